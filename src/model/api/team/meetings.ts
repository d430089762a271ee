import { z } from 'zod';
import { programmeIdSchema } from '../../team/ids.ts';
import { meetingKindSchema, meetingSchema } from '../../team/meeting.ts';

const when = {
  startsAt: z.iso.datetime('Say when it begins.'),
  minutes: z.number().int().min(5, 'A meeting is five minutes at least.').max(480, 'A meeting is eight hours at most.'),
};

/** Of one programme or of all of mine; begins at `from` or later and before `to`. */
export const meetingQuerySchema = z.object({ programme: programmeIdSchema.optional(), from: z.iso.datetime().optional(), to: z.iso.datetime().optional() });
export type MeetingQuery = z.infer<typeof meetingQuerySchema>;
export const meetingListSchema = z.object({ meetings: z.array(meetingSchema) });
export type MeetingList = z.infer<typeof meetingListSchema>;

export const makeMeetingSchema = z.object({ programme: programmeIdSchema, kind: meetingKindSchema, ...when });
export type MakeMeeting = z.infer<typeof makeMeetingSchema>;
export const moveMeetingSchema = z.object(when);
export type MoveMeeting = z.infer<typeof moveMeetingSchema>;
export const noteMeetingSchema = z.object({ place: z.string().trim().max(500), words: z.string().trim().max(8000) });
