import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Branded } from './brand.ts';
import { misconceptionIdSchema } from './misconception.ts';
import { momentIdSchema } from './moment.ts';

export type CardId = Branded<'card'>;
export const cardIdSchema = z.string().regex(/^k_[0-9a-f]{16}$/) as unknown as z.ZodType<CardId>;

export const cardSourceSchema = z.object({ type: z.enum(['round', 'lesson']), id: z.string() });
export type CardSource = z.infer<typeof cardSourceSchema>;

/** One card for what it came from and the belief it works on: kept twice is kept once. */
export function toCardId({ type, id }: CardSource, misconception: string | null): CardId {
  return `k_${createHash('sha256')
    .update([type, id, misconception ?? ''].join('\n'))
    .digest('hex')
    .slice(0, 16)}` as CardId;
}

/** How well it came back, best last. What was not remembered is `again`. */
export const RECALL_GRADES = ['again', 'hard', 'good', 'easy'] as const;
export const recallGradeSchema = z.enum(RECALL_GRADES);
export type RecallGrade = z.infer<typeof recallGradeSchema>;

/**
 * What kind of evidence an answer is. `delayed`: 14 days or more after it was learned. `transfer`: in another context than it was
 * learned in. Both can hold; `transfer` is said first.
 */
export const recallKindSchema = z.enum(['plain', 'delayed', 'transfer']);
export type RecallKind = z.infer<typeof recallKindSchema>;

export const reviewSchema = z.object({
  at: z.iso.datetime(),
  grade: recallGradeSchema,
  kind: recallKindSchema,
  /** The case it was asked through; null where it was asked in its own words. */
  moment: momentIdSchema.nullable(),
});
export type Review = z.infer<typeof reviewSchema>;

/** Memory of a card as FSRS has it: days of stability, difficulty 1 to 10. */
export const memorySchema = z.object({ stability: z.number(), difficulty: z.number(), due: z.iso.datetime(), reviewedAt: z.iso.datetime() });
export type Memory = z.infer<typeof memorySchema>;

/** One general rule to be remembered, asked through cases in which it matters. */
export const recallCardSchema = z.object({
  id: cardIdSchema,
  source: cardSourceSchema,
  concepts: z.array(z.string()),
  misconception: misconceptionIdSchema.nullable(),
  /** What is to come back: the general rule. */
  rule: z.string(),
  /** Asked where there is no case to ask through. */
  question: z.string(),
  /** The case it was learned from, and where that was. */
  moment: momentIdSchema.nullable(),
  context: z.string(),
  createdAt: z.iso.datetime(),
  memory: memorySchema.nullable(),
  reviews: z.array(reviewSchema),
  /** Put away by the person: never asked again, never deleted. */
  putAwayAt: z.iso.datetime().nullable(),
});
export type RecallCard = z.infer<typeof recallCardSchema>;
