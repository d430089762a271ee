import { problem, type Problem } from '../../../model/problem.ts';
import { failed, type Result } from '../../../model/result.ts';
import type { RoundId } from '../../../model/round.ts';
import type { ProbeId } from '../../../model/team/ids.ts';
import type { Probe, ProbeCode } from '../../../model/team/probe.ts';
import { actOnRound } from '../../../rounds/act-on-round.ts';
import { hashProbe } from '../../../rounds/hash-probe.ts';
import { readCase } from '../../../store/cases.ts';
import type { Actor } from '../../../store/connect-store.ts';
import { insertProbe } from '../../../store/probes.ts';
import { moveRound } from '../../../store/rounds.ts';
import { toAbout, toCaseKey } from '../cases/case-bodies.ts';
import { makeId } from '../make-id.ts';
import { loadRound, peopleOf, toCore } from '../rounds/load-round.ts';
import type { SharedApp } from '../team-app.ts';
import { loadProbe, openProbe, tellOfProbe } from './load-probe.ts';

const MAY_PROVE = new Set(['revealed', 'proving', 'debrief']);

/** Asks for a test or script to be run on the code of a round's case. It waits until the owner of the case has seen it and pressed Run. */
export async function addProbe(app: SharedApp, actor: Actor, given: { readonly round: RoundId; readonly probe: ProbeCode }): Promise<Result<Probe, Problem>> {
  const added = await add(app, actor, given);
  // Two first probes at once: the round has moved meanwhile, so the second has nothing left to move.
  return !added.ok && added.problem.tag === 'conflict' ? add(app, actor, given) : added;
}

function add({ store, keys, clock }: SharedApp, actor: Actor, { round: roundId, probe }: { readonly round: RoundId; readonly probe: ProbeCode }) {
  return store.as<Probe>(actor, async (tx) => {
    const found = await loadRound(tx, roundId);
    if (!found.ok) return found;
    const round = found.value;
    if (!MAY_PROVE.has(round.state)) return failed(notNow(round.state));
    const at = clock().toISOString();
    const stored = await readCase(tx, round.case);
    if (!stored || stored.forgottenAt !== null)
      return failed(problem('conflict', 'The case of this round was forgotten.', { why: 'Its code is gone everywhere, so nothing can be run on it.' }));
    const id = makeId<ProbeId>('p');
    const body = await keys.encrypt(toCaseKey(stored.id), toAbout(id, 'probe'), Buffer.from(JSON.stringify(probe)));
    if (!body.ok) return body;
    // The move first: it waits for another first probe, where two that had been inserted would wait for each other.
    if (round.state === 'revealed') {
      const acted = actOnRound(toCore(round), { person: actor.person, at, action: { type: 'prove' } });
      if (!acted.ok) return acted;
      const state = await moveRound(tx, { round: roundId, action: 'prove', at });
      tx.tell(peopleOf(round), 'changed', { round: roundId, state });
    }
    await insertProbe(tx, { id, round: roundId, case: stored.id, target: probe.target, body: body.value, sha256: hashProbe(probe), at });
    // Who forgets a case waits for nobody who writes of it: what came in between must not stay.
    if ((await readCase(tx, round.case))?.forgottenAt !== null) return failed(problem('conflict', 'The case of this round has just been forgotten.'));
    const inserted = await loadProbe(tx, id);
    if (!inserted.ok) return inserted;
    await tellOfProbe(tx, inserted.value, 'changed', { state: 'pending' });
    return openProbe({ keys }, inserted.value);
  });
}

function notNow(state: string): Problem {
  if (state === 'closed') return problem('conflict', 'This round is closed.', { next: 'Open it again to add a probe.' });
  return problem('conflict', 'This round is not revealed.', { why: 'A probe would tell the others what you think of the case.', next: 'Seal or pass first.' });
}
