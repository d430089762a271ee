import type { ProbeList, ProbeOutputList, WaitingProbes } from '../../../model/api/team/probes.ts';
import type { Problem } from '../../../model/problem.ts';
import { ok, type Result } from '../../../model/result.ts';
import type { RoundId } from '../../../model/round.ts';
import type { ProbeId } from '../../../model/team/ids.ts';
import type { Probe } from '../../../model/team/probe.ts';
import type { Actor, Tx } from '../../../store/connect-store.ts';
import { namePeople } from '../../../store/lessons.ts';
import { listOutput, listProbes, listWaitingProbes, type StoredProbe } from '../../../store/probes.ts';
import { toAbout, toCaseKey } from '../cases/case-bodies.ts';
import { loadRound } from '../rounds/load-round.ts';
import type { SharedApp } from '../team-app.ts';
import { loadProbe, openProbe } from './load-probe.ts';
import { returnLost } from './return-lost.ts';

const PROBES_OF_A_LIST = 50;
const PIECES_OF_A_LIST = 64;

export function listProbesOfRound(app: SharedApp, actor: Actor, round: RoundId): Promise<Result<ProbeList, Problem>> {
  return app.store.as(actor, async (tx) => {
    const found = await loadRound(tx, round);
    if (!found.ok) return found;
    await returnLost(tx, app);
    const probes = await openAll(app, await listProbes(tx, round, PROBES_OF_A_LIST));
    return probes.ok ? ok({ probes: probes.value }) : probes;
  });
}

/** What people ask to have run on the code of my cases, over all rounds. */
export function listWaiting(app: SharedApp, actor: Actor): Promise<Result<WaitingProbes, Problem>> {
  return app.store.as(actor, async (tx) => {
    await returnLost(tx, app);
    const probes = await openAll(app, await listWaitingProbes(tx, PROBES_OF_A_LIST));
    if (!probes.ok) return probes;
    return ok({ probes: probes.value, people: await nameAuthors(tx, probes.value) });
  });
}

export function showProbe(app: SharedApp, actor: Actor, id: ProbeId): Promise<Result<Probe, Problem>> {
  return app.store.as(actor, async (tx) => {
    await returnLost(tx, app);
    const found = await loadProbe(tx, id);
    return found.ok ? openProbe(app, found.value) : found;
  });
}

/** What a probe printed so far, from a piece on; ask again from the last one's number and one more until there is none. */
export function readOutput(app: SharedApp, actor: Actor, id: ProbeId, from: number): Promise<Result<ProbeOutputList, Problem>> {
  return app.store.as(actor, async (tx) => {
    const found = await loadProbe(tx, id);
    if (!found.ok) return found;
    const output: ProbeOutputList['output'] = [];
    for (const { n, body } of await listOutput(tx, id, from, PIECES_OF_A_LIST)) {
      const text = await app.keys.decrypt(toCaseKey(found.value.case), toAbout(`${id}/${n}`, 'output'), body);
      if (!text.ok) return text;
      output.push({ n, text: text.value.toString() });
    }
    return ok({ output });
  });
}

async function openAll(app: SharedApp, stored: readonly StoredProbe[]): Promise<Result<Probe[], Problem>> {
  const probes: Probe[] = [];
  for (const one of stored) {
    const opened = await openProbe(app, one);
    if (!opened.ok) return opened;
    probes.push(opened.value);
  }
  return ok(probes);
}

const nameAuthors = (tx: Tx, probes: readonly Probe[]): Promise<WaitingProbes['people']> => namePeople(tx, [...new Set(probes.map(({ author }) => author))]);
