import type { MoveMeeting } from '../../../model/api/team/meetings.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, type Result } from '../../../model/result.ts';
import type { MeetingId } from '../../../model/team/ids.ts';
import type { Meeting, MeetingNote } from '../../../model/team/meeting.ts';
import type { Actor, Tx } from '../../../store/connect-store.ts';
import { cancelMeeting, holdMeeting, listMeetingPeople, moveMeeting, reopenMeeting, saveMeetingNote } from '../../../store/meetings.ts';
import type { SharedApp } from '../team-app.ts';
import { loadMeeting } from './load-meeting.ts';

type MeetingApp = Pick<SharedApp, 'store' | 'clock'>;

export type MeetingAct = { readonly type: 'move'; readonly to: MoveMeeting } | { readonly type: 'hold' | 'cancel' | 'undo' };

/** Moves a meeting, says that it was held or will not be, or takes that back. */
export function changeMeeting({ store, clock }: MeetingApp, actor: Actor, id: MeetingId, act: MeetingAct): Promise<Result<Meeting, Problem>> {
  return store.as(actor, async (tx) => {
    const found = await loadMeeting(tx, id);
    if (!found.ok) return found;
    const at = clock().toISOString();
    if (!(await perform(tx, id, act, at))) return failed(whyNot(found.value, act, at));
    tx.tell(await listMeetingPeople(tx, id), 'changed', { programme: found.value.programme });
    return loadMeeting(tx, id);
  });
}

/** Where to meet and what was said. Only the two write and read it; a lead is not even told that it changed. */
export function noteMeeting({ store, clock }: MeetingApp, actor: Actor, id: MeetingId, note: MeetingNote): Promise<Result<Meeting, Problem>> {
  return store.as(actor, async (tx) => {
    const found = await loadMeeting(tx, id);
    if (!found.ok) return found;
    if (!(await saveMeetingNote(tx, id, { ...note, at: clock().toISOString() })))
      return failed(problem('not-allowed', 'Notes of a meeting are between the two.', { next: 'Nothing was changed.' }));
    tx.tell(
      found.value.between.map((person) => person.id),
      'changed',
      { programme: found.value.programme },
    );
    return loadMeeting(tx, id);
  });
}

function perform(tx: Tx, id: MeetingId, act: MeetingAct, at: string): Promise<boolean> {
  switch (act.type) {
    case 'move':
      return moveMeeting(tx, id, { ...act.to, at });
    case 'hold':
      return holdMeeting(tx, id, at);
    case 'cancel':
      return cancelMeeting(tx, id, at);
    case 'undo':
      return reopenMeeting(tx, id, at);
  }
}

function whyNot({ startsAt, heldAt, cancelledAt }: Meeting, { type }: MeetingAct, at: string): Problem {
  if (heldAt !== null) return problem('conflict', 'This meeting was held.', { next: 'Undo that first.' });
  if (cancelledAt !== null) return problem('conflict', 'This meeting was cancelled.', { next: 'Undo that first.' });
  if (type === 'hold' && startsAt > at) return problem('conflict', 'This meeting has not begun yet.', { next: 'Move it if you met earlier.' });
  return problem('conflict', 'This meeting is neither held nor cancelled.', { next: 'There is nothing to undo.' });
}
