import type { MeetingList, MeetingQuery } from '../../../model/api/team/meetings.ts';
import type { Problem } from '../../../model/problem.ts';
import { ok, type Result } from '../../../model/result.ts';
import type { Actor } from '../../../store/connect-store.ts';
import { listMeetings } from '../../../store/meetings.ts';
import type { SharedApp } from '../team-app.ts';

/** Meetings of programmes I am one of the two of, or lead; to a lead without their notes. */
export function listMyMeetings({ store }: Pick<SharedApp, 'store'>, actor: Actor, query: MeetingQuery): Promise<Result<MeetingList, Problem>> {
  return store.as(actor, async (tx) => ok({ meetings: await listMeetings(tx, query) }));
}
