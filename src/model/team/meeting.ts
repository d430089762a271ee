import { z } from 'zod';
import { meetingIdSchema, personIdSchema, programmeIdSchema } from './ids.ts';
import { personSchema } from './pair.ts';
import { MEETING_KINDS } from './programme.ts';

export const meetingKindSchema = z.enum(MEETING_KINDS);

/** Where to meet and what was said: of the two alone. */
export const meetingNoteSchema = z.object({ place: z.string(), words: z.string() });
export type MeetingNote = z.infer<typeof meetingNoteSchema>;

export const meetingSchema = z.object({
  id: meetingIdSchema,
  programme: programmeIdSchema,
  /** Preceptee and preceptor as they are now. */
  between: z.tuple([personSchema, personSchema]),
  kind: meetingKindSchema,
  startsAt: z.string(),
  minutes: z.number().int(),
  createdBy: personIdSchema,
  /** How often it was changed, as calendars count. */
  sequence: z.number().int(),
  changedAt: z.string(),
  heldAt: z.string().nullable(),
  cancelledAt: z.string().nullable(),
  /** Null to a lead, and where nothing was noted. */
  note: meetingNoteSchema.nullable(),
});
export type Meeting = z.infer<typeof meetingSchema>;
