import { z } from 'zod';
import { verdictSchema } from './judgement.ts';

/** One judgement that something may settle. */
export const forecastSchema = z.object({
  /** The round it was sealed in. */
  source: z.string(),
  /** In percent, 1 to 99. */
  probability: z.number().int().min(1).max(99),
  verdict: verdictSchema,
  /** Whether the decision was sound; null where nobody can say. */
  sound: z.boolean().nullable(),
  truth: z.boolean().nullable(),
  /** What settled it: the world, or only what the partner thinks. */
  basis: z.enum(['outcome', 'opinion']),
  knewOutcome: z.boolean(),
  at: z.string(),
});
export type Forecast = z.infer<typeof forecastSchema>;

/** A share with the interval that n allows (95 %). */
const shareSchema = z.object({ value: z.number(), low: z.number(), high: z.number() });

/** Mean Brier score and its parts: score = reliability - resolution + uncertainty, exactly. */
export const brierSchema = z.object({
  score: z.number(),
  /** How far stated probabilities lie from what came; 0 is best. */
  reliability: z.number(),
  /** How far stated probabilities tell cases apart; more is better. */
  resolution: z.number(),
  /** What always saying the base rate would score. */
  uncertainty: z.number(),
});
export type Brier = z.infer<typeof brierSchema>;

export const reliabilityBinSchema = z.object({
  /** In percent, `from` to below `to`. */
  from: z.number(),
  to: z.number(),
  n: z.number().int(),
  /** Null in an empty bin. */
  stated: z.number().nullable(),
  came: shareSchema.nullable(),
});
export type ReliabilityBin = z.infer<typeof reliabilityBinSchema>;

/** Verdicts on unsound and on sound decisions, apart: rejecting everything hits all and raises every false alarm. */
export const verdictCountsSchema = z.object({
  unsound: z.object({ hits: z.number().int(), misses: z.number().int(), unsure: z.number().int() }),
  sound: z.object({ falseAlarms: z.number().int(), accepted: z.number().int(), unsure: z.number().int() }),
});
export type VerdictCounts = z.infer<typeof verdictCountsSchema>;

export const calibrationSchema = z.object({
  /** Forecasts that count: settled by the world, by somebody who did not know. */
  n: z.number().int(),
  /** Share of those that came true; null for none. */
  baseRate: z.number().nullable(),
  brier: brierSchema.nullable(),
  bins: z.array(reliabilityBinSchema),
  /** Expected calibration error over the bins; null below 100 forecasts. */
  calibrationError: z.number().nullable(),
  verdicts: verdictCountsSchema,
  /** What does not count, and why. Each forecast is in one of n, unresolved, knewOutcome and opinion. */
  unresolved: z.number().int(),
  knewOutcome: z.number().int(),
  opinion: z.number().int(),
});
export type Calibration = z.infer<typeof calibrationSchema>;
