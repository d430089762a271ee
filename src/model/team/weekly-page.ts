import { z } from 'zod';
import { personSchema } from './pair.ts';
import { LONGEST_ANSWER, LONGEST_FOCUS } from './weekly-limits.ts';

/** The Monday it begins with, in UTC. */
export const weekSchema = z.iso.date().refine((day) => new Date(`${day}T00:00:00Z`).getUTCDay() === 1, 'A week is named by its Monday.');

const words = z.string().trim().min(1, 'Write a sentence for each.').max(LONGEST_ANSWER, `At most ${LONGEST_ANSWER} characters each.`);

/** Written first. */
export const precepteeHalfSchema = z.strictObject({ wentWell: words, hardest: words, differently: words, nextFocus: words });
export type PrecepteeHalf = z.infer<typeof precepteeHalfSchema>;
export const preceptorHalfSchema = z.strictObject({ saw: words, wantsNext: words, changesMyself: words });
export type PreceptorHalf = z.infer<typeof preceptorHalfSchema>;

export const focusSchema = z.string().trim().min(1, 'Write the focus.').max(LONGEST_FOCUS, `At most ${LONGEST_FOCUS} characters.`);

/** `agreedAt` null: proposed, and not yet answered by the other. */
export const weeklyFocusSchema = z.object({ words: z.string(), proposedBy: personSchema, agreedAt: z.string().nullable() });
export type WeeklyFocus = z.infer<typeof weeklyFocusSchema>;

/** A week of the two; a half that was not handed in is null. */
export const weeklyPageSchema = z.object({
  week: weekSchema,
  preceptee: z.object({ by: personSchema, at: z.string(), half: precepteeHalfSchema }).nullable(),
  preceptor: z.object({ by: personSchema, at: z.string(), half: preceptorHalfSchema }).nullable(),
  focus: weeklyFocusSchema.nullable(),
});
export type WeeklyPage = z.infer<typeof weeklyPageSchema>;

/** The one thing to do about a page now, for who asks: to write a half, to propose or answer a focus, to wait, or nothing. */
export const weeklyActSchema = z.enum(['write', 'wait-for-half', 'propose', 'answer', 'wait-for-answer', 'done', 'not-running']);
export type WeeklyAct = z.infer<typeof weeklyActSchema>;
