import { z } from 'zod';
import { activityIdSchema } from './activity.ts';
import type { Branded } from './brand.ts';

export type MisconceptionId = Branded<'misconception'>;
/** A letter for the group (C concurrency, R errors, T testing, S security, D data, A interfaces, P performance, G agents) and a number. */
export const misconceptionIdSchema = z.string().regex(/^[CRTSDAPG][1-9]\d?$/) as unknown as z.ZodType<MisconceptionId>;

/**
 * Where a sign comes from. `distractor`: they chose what only this belief expects. `prediction`: what they foresaw did not come.
 * `question`: they marked a question of their own as showing the belief, or answered one: their own words. `recall`: a card.
 * `moment`: what a session shows, which is what the agent did, so it weighs nothing and only prompts to ask.
 */
export const INDICATOR_SOURCES = ['distractor', 'prediction', 'question', 'recall', 'moment'] as const;
export const indicatorSourceSchema = z.enum(INDICATOR_SOURCES);

/** A likelihood ratio: how many times likelier the sign is in somebody who holds the belief than in somebody who does not. */
export const ratioSchema = z.number().min(0.1).max(10);

export const indicatorSchema = z
  .object({ source: indicatorSourceSchema, sign: z.string().min(1), ratio: ratioSchema.min(1), questionToAsk: z.string().endsWith('?') })
  .refine(({ source, ratio: weight }) => (source === 'moment') === (weight === 1), 'What a session shows weighs 1, everything else more.');
export type Indicator = z.infer<typeof indicatorSchema>;

export const counterIndicatorSchema = z.object({
  source: indicatorSourceSchema.exclude(['moment']),
  sign: z.string().min(1),
  ratio: ratioSchema.max(1).refine((weight) => weight < 1, 'A sign against weighs less than 1.'),
});
export type CounterIndicator = z.infer<typeof counterIndicatorSchema>;

/** A named wrong belief, how it shows, and what takes it away. Either person of a pair can hold one. */
export const misconceptionSchema = z.object({
  id: misconceptionIdSchema,
  version: z.number().int().min(1),
  /** Of the person's or programme's own file, where that changed the entry or brought it. */
  edition: z.number().int().min(1).optional(),
  belief: z.string().min(1),
  concepts: z.array(z.string().min(1)).min(1),
  activities: z.array(activityIdSchema).min(1),
  /** While a critical one is open, nobody is trusted alone (level 4) with the activities it belongs to. */
  severity: z.enum(['critical', 'serious', 'minor']),
  indicators: z.array(indicatorSchema).min(2),
  counterIndicators: z.array(counterIndicatorSchema).min(1),
  refutation: z.string().min(1),
  /** A case in another context, in which the belief leads astray again. */
  transferCase: z.string().min(1),
});
export type Misconception = z.infer<typeof misconceptionSchema>;

export const misconceptionCatalogueSchema = z
  .array(misconceptionSchema)
  .refine((entries) => new Set(entries.map(({ id }) => id)).size === entries.length, 'An id stands for one misconception.');
