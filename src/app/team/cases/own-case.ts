import type { Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { CaseId } from '../../../model/team/ids.ts';
import type { Actor } from '../../../store/connect-store.ts';
import { forgetCase, listConcerned, publishCase } from '../../../store/cases.ts';
import type { SharedApp } from '../team-app.ts';
import { toCaseKey } from './case-bodies.ts';
import { noSuchCase } from './show-case.ts';

/** Shows my case to the whole organisation: a later act than sharing it with the pair, and its owner's alone. */
export function publishMyCase({ store, clock }: SharedApp, actor: Actor, id: CaseId): Promise<Result<void, Problem>> {
  return store.as<void>(actor, async (tx) => {
    if (!(await publishCase(tx, id, clock().toISOString()))) return failed(noSuchCase());
    tx.tell(await listConcerned(tx, id), 'changed', { case: id });
    return ok(undefined);
  });
}

/**
 * Forgets my case everywhere: its content in the store, and with its key whatever any backup holds of it. What people wrote stays
 * theirs. Forgetting again ends what was interrupted.
 */
export async function forgetMyCase({ store, keys, clock }: SharedApp, actor: Actor, id: CaseId): Promise<Result<void, Problem>> {
  const owned = await store.as(actor, async (tx) =>
    (await forgetCase(tx, id, clock().toISOString())) ? ok(await listConcerned(tx, id)) : failed(noSuchCase()),
  );
  if (!owned.ok) return owned;
  const destroyed = await keys.destroy(toCaseKey(id));
  if (!destroyed.ok) return destroyed;
  return store.as<void>(actor, async (tx) => {
    tx.tell(owned.value, 'changed', { case: id });
    return ok(undefined);
  });
}
