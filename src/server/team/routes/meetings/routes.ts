import { z } from 'zod';
import { changeMeeting, noteMeeting } from '../../../../app/team/meetings/change-meeting.ts';
import { listMyMeetings } from '../../../../app/team/meetings/list-meetings.ts';
import { makeMeeting } from '../../../../app/team/meetings/make-meeting.ts';
import { makeMeetingSchema, meetingListSchema, meetingQuerySchema, moveMeetingSchema, noteMeetingSchema } from '../../../../model/api/team/meetings.ts';
import { meetingIdSchema } from '../../../../model/team/ids.ts';
import { meetingSchema } from '../../../../model/team/meeting.ts';
import { answer } from '../../../answer.ts';
import type { TeamContext } from '../../team-context.ts';
import { defineRoute, type TeamRoute } from '../define-route.ts';

const ofMeeting = z.object({ id: meetingIdSchema });

/** Meetings of a year: the lead of it sees them too, without what the two note. */
export function createMeetingRoutes({ app }: TeamContext): readonly TeamRoute[] {
  const acts = (['hold', 'cancel', 'undo'] as const).map((type) =>
    defineRoute({
      method: 'POST',
      path: `/api/team/meetings/:id/${type}`,
      may: 'member',
      param: ofMeeting,
      handle: ({ c, caller, param }) => answer(c, meetingSchema, changeMeeting(app, caller, param.id, { type })),
    }),
  );
  return [
    ...acts,
    defineRoute({
      method: 'GET',
      path: '/api/team/meetings',
      may: 'member',
      query: meetingQuerySchema,
      handle: ({ c, caller, query }) => answer(c, meetingListSchema, listMyMeetings(app, caller, query)),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/team/meetings',
      may: 'member',
      json: makeMeetingSchema,
      handle: ({ c, caller, json }) => answer(c, meetingSchema, makeMeeting(app, caller, json), 201),
    }),
    defineRoute({
      method: 'PUT',
      path: '/api/team/meetings/:id',
      may: 'member',
      param: ofMeeting,
      json: moveMeetingSchema,
      handle: ({ c, caller, param, json }) => answer(c, meetingSchema, changeMeeting(app, caller, param.id, { type: 'move', to: json })),
    }),
    defineRoute({
      method: 'PUT',
      path: '/api/team/meetings/:id/note',
      may: 'member',
      param: ofMeeting,
      json: noteMeetingSchema,
      handle: ({ c, caller, param, json }) => answer(c, meetingSchema, noteMeeting(app, caller, param.id, json)),
    }),
  ];
}
