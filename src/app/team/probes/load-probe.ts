/** A probe out of the store and back into words. */
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { ProbeId } from '../../../model/team/ids.ts';
import { probeCodeSchema, probeResultSchema, type Probe } from '../../../model/team/probe.ts';
import type { Tx } from '../../../store/connect-store.ts';
import { listConcernedByProbe, readProbe, type StoredProbe } from '../../../store/probes.ts';
import { toAbout, toCaseKey } from '../cases/case-bodies.ts';
import type { SharedApp } from '../team-app.ts';

export async function loadProbe(tx: Tx, id: ProbeId): Promise<Result<StoredProbe, Problem>> {
  const probe = await readProbe(tx, id);
  return probe ? ok(probe) : failed(problem('not-found', 'There is no such probe, or you take no part in its round.', { next: 'Open it from its round.' }));
}

/** Code and result decrypted; both null once the case was forgotten. */
export async function openProbe({ keys }: Pick<SharedApp, 'keys'>, stored: StoredProbe): Promise<Result<Probe, Problem>> {
  const { id, body, result, target: _, ...rest } = stored;
  if (body.length === 0) return ok({ id, ...rest, probe: null, result: null });
  const code = await keys.decrypt(toCaseKey(stored.case), toAbout(id, 'probe'), body);
  if (!code.ok) return code;
  const ended = result && (await keys.decrypt(toCaseKey(stored.case), toAbout(id, 'result'), result));
  if (ended && !ended.ok) return ended;
  return ok({
    id,
    ...rest,
    probe: probeCodeSchema.parse(JSON.parse(code.value.toString())),
    result: ended && probeResultSchema.parse(JSON.parse(ended.value.toString())),
  });
}

/** Tells everyone in the round, and who owns the case, that something became of a probe; never what it says. */
export async function tellOfProbe(tx: Tx, { id, round }: Pick<StoredProbe, 'id' | 'round'>, name: 'changed' | 'output', rest: object): Promise<void> {
  tx.tell(await listConcernedByProbe(tx, id), name, { probe: id, round, ...rest });
}
