import type { MakeMeeting } from '../../../model/api/team/meetings.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, type Result } from '../../../model/result.ts';
import type { MeetingId } from '../../../model/team/ids.ts';
import type { Meeting } from '../../../model/team/meeting.ts';
import type { Actor } from '../../../store/connect-store.ts';
import { insertMeeting, listMeetingPeople } from '../../../store/meetings.ts';
import { makeId } from '../make-id.ts';
import type { SharedApp } from '../team-app.ts';
import { loadMeeting } from './load-meeting.ts';

/** One of the two makes it, or the lead. */
export function makeMeeting({ store, clock }: Pick<SharedApp, 'store' | 'clock'>, actor: Actor, given: MakeMeeting): Promise<Result<Meeting, Problem>> {
  return store.as(actor, async (tx) => {
    const id = makeId<MeetingId>('a');
    if (!(await insertMeeting(tx, { ...given, id, at: clock().toISOString() })))
      return failed(problem('not-found', 'There is no such programme of yours, or it is over.', { next: 'Nothing was changed.' }));
    tx.tell(await listMeetingPeople(tx, id), 'changed', { programme: given.programme });
    return loadMeeting(tx, id);
  });
}
