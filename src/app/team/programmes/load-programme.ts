import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { ProgrammeId } from '../../../model/team/ids.ts';
import type { Tx } from '../../../store/connect-store.ts';
import { findProgramme, type ProgrammeRow } from '../../../store/programmes.ts';

export async function loadProgramme(tx: Tx, id: ProgrammeId): Promise<Result<ProgrammeRow, Problem>> {
  const row = await findProgramme(tx, id);
  return row
    ? ok(row)
    : failed(
        problem('not-found', 'There is no such programme, or you are not in it.', {
          why: 'A year is seen by its two people and its lead.',
          next: 'Look at the programme page for yours.',
        }),
      );
}

/** Tells the two and their lead that it changed, and `others` it concerns. */
export async function tellOfProgramme(tx: Tx, { id, preceptee, preceptor, lead }: ProgrammeRow, others: readonly string[] = []): Promise<void> {
  tx.tell([...new Set([preceptee.id, preceptor.id, lead.id, ...others])], 'changed', { programme: id });
}
