import { z } from 'zod';
import { lineSpanSchema } from './moment.ts';

export const verdictSchema = z.enum(['accept', 'change', 'reject', 'unsure']);
export type Verdict = z.infer<typeof verdictSchema>;

/**
 * Lines that decided a judgement. `start` and `end` are source lines of the case; `within` narrows them to displayed lines
 * of one event (0-based, both ends included: the rows of an edit's hunks, or the lines of a text).
 */
export const markedLinesSchema = lineSpanSchema.extend({
  within: z.object({ event: z.string(), from: z.number().int().min(0), to: z.number().int().min(0) }).optional(),
});
export type MarkedLines = z.infer<typeof markedLinesSchema>;

/** What a person seals in a round. `probability` is in percent that the proposition is true, 1 to 99. */
export const judgementSchema = z.object({
  verdict: verdictSchema,
  lines: z.array(markedLinesSchema).max(20),
  reason: z.string().trim().min(1, 'Say in a sentence why.').max(4000),
  proposition: z.string().min(1, 'Choose one statement that the world will settle.').max(500),
  probability: z.number().int().min(1).max(99),
  changeMyMind: z.string().trim().max(2000),
  /** The person already knew how it ended: the judgement never counts for calibration. */
  knewOutcome: z.boolean(),
});
export type Judgement = z.infer<typeof judgementSchema>;

/** A judgement still being written: anything may be missing. */
export const judgementDraftSchema = z.object({
  verdict: verdictSchema.optional(),
  lines: z.array(markedLinesSchema).max(20).optional(),
  reason: z.string().max(4000).optional(),
  proposition: z.string().max(500).optional(),
  probability: z.number().int().min(1).max(99).optional(),
  changeMyMind: z.string().max(2000).optional(),
  knewOutcome: z.boolean().optional(),
});
export type JudgementDraft = z.infer<typeof judgementDraftSchema>;
