import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { RoundId } from '../../../model/round.ts';
import type { NoteHunk } from '../../../model/team/shared-deconstruction.ts';
import { isRevealed } from '../../../rounds/round-progress.ts';
import { readCase } from '../../../store/cases.ts';
import type { Actor } from '../../../store/connect-store.ts';
import { addHunkNote } from '../../../store/hunk-notes.ts';
import { readContent, type CaseContent } from '../cases/case-bodies.ts';
import type { SharedApp } from '../team-app.ts';
import { loadRound, peopleOf } from './load-round.ts';

/** Says what a hunk is for that no test minded, or that a test was written, or that it was taken out. Everyone in the round may, once it is open. */
export function noteTeamHunk(app: SharedApp, actor: Actor, id: RoundId, note: NoteHunk): Promise<Result<void, Problem>> {
  return app.store.as<void>(actor, async (tx) => {
    const round = await loadRound(tx, id);
    if (!round.ok) return round;
    if (!isRevealed(round.value)) return failed(problem('conflict', 'This round is not open yet.', { next: 'Say what you expect first.' }));
    const stored = await readCase(tx, round.value.case);
    const content = stored ? await readContent(app, stored) : ok<CaseContent>({});
    if (!content.ok) return content;
    if (!content.value.deconstruction?.hunks.some((hunk) => hunk.id === note.hunk)) return failed(problem('not-found', 'There is no such hunk in this case.'));
    await addHunkNote(tx, round.value.case, note, app.clock().toISOString());
    tx.tell(peopleOf(round.value), 'changed', { round: id, state: round.value.state });
    return ok(undefined);
  });
}
