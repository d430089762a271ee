import type { SignOffExport } from '../../../model/api/team/sign-offs.ts';
import type { Problem } from '../../../model/problem.ts';
import { ok, type Result } from '../../../model/result.ts';
import type { PersonId } from '../../../model/team/ids.ts';
import type { Actor } from '../../../store/connect-store.ts';
import { readOwnChain } from '../../../store/sign-offs.ts';
import type { SharedApp } from '../team-app.ts';
import { readNames } from './show-sign-off.ts';

/** My whole record as it lies there, unbroken or not: `rounds sign-off verify` says which. */
export function exportMyRecord({ store, clock }: SharedApp, actor: Actor): Promise<Result<SignOffExport, Problem>> {
  return store.as(actor, async (tx) => {
    const id = actor.person as PersonId;
    const records = await readOwnChain(tx);
    const nameOf = await readNames(tx, [id]);
    return ok({
      format: 'rounds-sign-off-record-1' as const,
      person: { id, name: nameOf(id) },
      records,
      lastHash: records.at(-1)?.hash ?? '',
      exportedAt: clock().toISOString(),
    });
  });
}
