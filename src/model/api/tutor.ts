import { z } from 'zod';
import { momentIdSchema } from '../moment.ts';
import { TUTOR_APIS } from '../tutor-apis.ts';

/** What a person sets of the second reader; the key is never among it. */
export const tutorChangeSchema = z.strictObject({
  on: z.boolean(),
  api: z.enum(TUTOR_APIS),
  url: z.string().trim().min(1, 'Give the address of the model.').max(500),
  model: z.string().trim().min(1, 'Name the model.').max(200),
  dailyCap: z.number().int().min(1).max(1000),
});
export type TutorChange = z.infer<typeof tutorChangeSchema>;

/** The second reader as it is set, and what was sent to it lately. */
export const tutorViewSchema = z.object({
  settings: tutorChangeSchema.nullable(),
  /** Set by the environment, which no change here can override. */
  fromEnvironment: z.boolean(),
  settingsFile: z.string(),
  key: z.object({ variable: z.string(), state: z.enum(['set', 'missing', 'not-needed']) }),
  /** Why it could not be asked although it is on. */
  problem: z.string().nullable(),
  sentToday: z.number().int(),
  /** Moments it was asked about. */
  readings: z.number().int(),
  /** The latest first. */
  log: z.array(z.object({ at: z.string(), moment: momentIdSchema, host: z.string(), bytes: z.number().int(), outcome: z.string().nullable() })),
});
export type TutorView = z.infer<typeof tutorViewSchema>;
