import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { MeetingId } from '../../../model/team/ids.ts';
import type { Meeting } from '../../../model/team/meeting.ts';
import type { Tx } from '../../../store/connect-store.ts';
import { readMeeting } from '../../../store/meetings.ts';

export async function loadMeeting(tx: Tx, id: MeetingId): Promise<Result<Meeting, Problem>> {
  const meeting = await readMeeting(tx, id);
  return meeting ? ok(meeting) : failed(problem('not-found', 'There is no such meeting, or it is not yours.', { next: 'Open it from your pair’s page.' }));
}
