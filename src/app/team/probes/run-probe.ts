/** What the machine of a case's owner tells of a probe. The server itself never runs any. */
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { ProbeId } from '../../../model/team/ids.ts';
import type { Probe, ProbeResult, ProbeState } from '../../../model/team/probe.ts';
import { hashProbe } from '../../../rounds/hash-probe.ts';
import type { Actor, Tx } from '../../../store/connect-store.ts';
import { dropProbe, endProbe, insertOutput, sizeOutput, startProbe, type StoredProbe } from '../../../store/probes.ts';
import { toAbout, toCaseKey } from '../cases/case-bodies.ts';
import type { SharedApp } from '../team-app.ts';
import { loadProbe, openProbe, tellOfProbe } from './load-probe.ts';

/** Kept of what one probe prints; what comes after is let go, and the result holds its end. */
export const MAX_KEPT_OUTPUT = 1024 * 1024;

/** The owner pressed Run with this code before their eyes. Refused for any other code, and for anyone else. */
export function startMyProbe(
  { store, keys, clock }: SharedApp,
  actor: Actor,
  id: ProbeId,
  { sha256 }: { readonly sha256: string },
): Promise<Result<Probe, Problem>> {
  return store.as(actor, async (tx) => {
    const found = await loadMine(tx, actor, id);
    if (!found.ok) return found;
    const opened = await openProbe({ keys }, found.value);
    if (!opened.ok) return opened;
    const { probe } = opened.value;
    if (!probe || sha256 !== found.value.sha256 || hashProbe(probe) !== sha256) return failed(otherCode());
    if (!(await startProbe(tx, id, clock().toISOString()))) return failed(notPending());
    await tellOfProbe(tx, found.value, 'changed', { state: 'running' });
    const started = await loadProbe(tx, id);
    return started.ok ? openProbe({ keys }, started.value) : started;
  });
}

/** A piece of what it prints. Sent again it is kept once. */
export function appendMyOutput(
  { store, keys }: SharedApp,
  actor: Actor,
  id: ProbeId,
  { n, text }: { readonly n: number; readonly text: string },
): Promise<Result<void, Problem>> {
  return store.as<void>(actor, async (tx) => {
    const found = await loadMine(tx, actor, id);
    if (!found.ok) return found;
    if (found.value.state !== 'running') return failed(notRunning());
    if ((await sizeOutput(tx, id)) + Buffer.byteLength(text) > MAX_KEPT_OUTPUT) return ok(undefined);
    const body = await keys.encrypt(toCaseKey(found.value.case), toAbout(`${id}/${n}`, 'output'), Buffer.from(text));
    if (!body.ok) return body;
    if (await insertOutput(tx, id, { n, body: body.value })) await tellOfProbe(tx, found.value, 'output', { n });
    return ok(undefined);
  });
}

export function endMyProbe({ store, keys, clock }: SharedApp, actor: Actor, id: ProbeId, result: ProbeResult): Promise<Result<Probe, Problem>> {
  return store.as(actor, async (tx) => {
    const found = await loadMine(tx, actor, id);
    if (!found.ok) return found;
    if (found.value.state !== 'running') return failed(notRunning());
    if (result.approvedSha256 !== found.value.sha256) return failed(otherCode());
    const body = await keys.encrypt(toCaseKey(found.value.case), toAbout(id, 'result'), Buffer.from(JSON.stringify(result)));
    if (!body.ok) return body;
    if (!(await endProbe(tx, id, body.value, clock().toISOString()))) return failed(notRunning());
    await tellOfProbe(tx, found.value, 'changed', { state: 'ended' });
    const ended = await loadProbe(tx, id);
    return ended.ok ? openProbe({ keys }, ended.value) : ended;
  });
}

/** The owner will not run it. */
export function declineProbe(app: SharedApp, actor: Actor, id: ProbeId): Promise<Result<void, Problem>> {
  return drop(app, actor, id, 'declined', ({ owner }) => owner === actor.person);
}

/** Its author takes it back before it began. */
export function cancelProbe(app: SharedApp, actor: Actor, id: ProbeId): Promise<Result<void, Problem>> {
  return drop(app, actor, id, 'cancelled', ({ author }) => author === actor.person);
}

function drop({ store, clock }: SharedApp, actor: Actor, id: ProbeId, state: ProbeState & ('declined' | 'cancelled'), isMine: (probe: StoredProbe) => boolean) {
  return store.as<void>(actor, async (tx) => {
    const found = await loadProbe(tx, id);
    if (!found.ok) return found;
    if (!isMine(found.value)) return failed(notYours());
    if (!(await dropProbe(tx, id, state, clock().toISOString()))) return failed(notPending());
    await tellOfProbe(tx, found.value, 'changed', { state });
    return ok(undefined);
  });
}

async function loadMine(tx: Tx, actor: Actor, id: ProbeId): Promise<Result<StoredProbe, Problem>> {
  const found = await loadProbe(tx, id);
  return found.ok && found.value.owner !== actor.person ? failed(notYours()) : found;
}

const notYours = (): Problem =>
  problem('not-allowed', 'That is not yours to do.', { why: 'A probe runs on the machine of who owns the case, and only they press Run.' });
const notRunning = (): Problem => problem('conflict', 'This probe is not running.', { next: 'Reload to see where it stands.' });
const notPending = (): Problem => problem('conflict', 'This probe is not waiting any more.', { next: 'Reload to see where it stands. Nothing was run.' });
const otherCode = (): Problem =>
  problem('conflict', 'This is not the code that was approved.', {
    why: 'Its digest is another one.',
    next: 'Look at the code again before you press Run. Nothing was run.',
  });
