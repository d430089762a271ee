import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { ProgrammeId } from '../../../model/team/ids.ts';
import type { Tx } from '../../../store/connect-store.ts';
import { readOwnProgramme, type OwnProgramme } from '../../../store/own-programmes.ts';

/** A programme I am one of the two of. */
export async function loadOwnProgramme(tx: Tx, id: ProgrammeId): Promise<Result<OwnProgramme, Problem>> {
  const programme = await readOwnProgramme(tx, id);
  return programme
    ? ok(programme)
    : failed(problem('not-found', 'There is no such programme, or you are not one of its two.', { next: 'Open it from your pair’s page.' }));
}

/** The same where something new is to begin. */
export async function loadRunningProgramme(tx: Tx, id: ProgrammeId): Promise<Result<OwnProgramme, Problem>> {
  const programme = await loadOwnProgramme(tx, id);
  if (!programme.ok || programme.value.state === 'running') return programme;
  return failed(problem('conflict', `This programme is ${programme.value.state}.`, { next: 'What was written stays; new things begin while it is running.' }));
}

/** Tells the two, and nobody else, that something between them changed. */
export const tellTwo = (tx: Tx, { id, preceptee, preceptor }: OwnProgramme): void => tx.tell([preceptee.id, preceptor.id], 'changed', { programme: id });
