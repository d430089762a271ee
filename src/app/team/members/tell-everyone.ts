import type { Problem } from '../../../model/problem.ts';
import { ok, type Result } from '../../../model/result.ts';
import { listPeopleIds } from '../../../store/people.ts';
import type { Caller } from '../caller.ts';
import type { SharedApp } from '../team-app.ts';

/** Tells everyone of the caller's organisation that who is in it, or as what, has changed. After the change: accounts are of another role of the database. */
export async function thenTellEveryone(
  { store }: Pick<SharedApp, 'store'>,
  caller: Caller,
  changing: Promise<Result<null, Problem>>,
): Promise<Result<null, Problem>> {
  const changed = await changing;
  if (!changed.ok) return changed;
  return store.as(caller, async (tx) => {
    tx.tell(await listPeopleIds(tx), 'changed', { people: true });
    return ok(null);
  });
}
