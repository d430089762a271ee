import { z } from 'zod';

const zoneSchema = z.string().regex(/^[A-Za-z][\w+/-]{0,63}$/, 'This is no time zone.');
const weekdaySchema = z.number().int().min(1).max(7);

/** What a person wants by e-mail, and whether a calendar asks for theirs. */
export const mailViewSchema = z.object({
  /** Without a mail server nothing is sent, whatever stands here. */
  sendsMail: z.boolean(),
  /** Off until somebody turns it on. */
  weekly: z.boolean(),
  /** 1 is Monday. */
  weekday: weekdaySchema,
  /** Null until it was said. */
  zone: z.string().nullable(),
  calendar: z.object({ createdAt: z.string(), lastUsedOn: z.string().nullable() }).nullable(),
});
export type MailView = z.infer<typeof mailViewSchema>;

export const saveMailSchema = z.strictObject({ weekly: z.boolean(), weekday: weekdaySchema, zone: zoneSchema });
export type SaveMail = z.infer<typeof saveMailSchema>;

export const makeCalendarLinkSchema = z.strictObject({ zone: zoneSchema });
/** The only time it is told: of its key only a hash is kept. */
export const madeCalendarLinkSchema = z.object({ url: z.string() });
export type MadeCalendarLink = z.infer<typeof madeCalendarLinkSchema>;
