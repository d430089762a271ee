import { z } from 'zod';
import { tutorChangeSchema } from '../model/api/tutor.ts';

/** Variable of the environment that holds the key, where none other is named. */
export const KEY_VARIABLE = 'ROUNDS_TUTOR_KEY';
export const DAILY_CAP = 20;

/**
 * What the settings file holds. Strict, so that a key written into it is refused and not kept: keys come from the environment
 * or from a file of their own.
 */
export const tutorSettingsSchema = tutorChangeSchema.extend({
  api: tutorChangeSchema.shape.api.default('openai'),
  keyVariable: z
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'Give the name of a variable, not the key itself.')
    .default(KEY_VARIABLE),
  keyFile: z.string().min(1).optional(),
  /** Requests a day at most, those that are tried again counted. */
  dailyCap: tutorChangeSchema.shape.dailyCap.default(DAILY_CAP),
  timeoutSeconds: z.number().int().min(1).max(600).default(60),
});
export type TutorSettings = z.infer<typeof tutorSettingsSchema>;
