import { z } from 'zod';
import { personSchema } from './pair.ts';

/** Hours a week for all pairs together, until a preceptor says otherwise: a considered proposal, twice what one pair is given. */
export const DEFAULT_CAP_HOURS = 10;

/** A week from its Monday, and the hours of it that went into being a preceptor. */
const loadWeekSchema = z.object({ week: z.string(), hours: z.number() });
export type LoadWeek = z.infer<typeof loadWeekSchema>;

const loadStateSchema = z.enum(['within', 'near', 'over']);

/** My own: this week so far, and the eight before it. */
export const ownLoadSchema = z.object({
  cap: z.number(),
  /** Whether I set it, or it is the default. */
  isOwnCap: z.boolean(),
  thisWeek: z.number(),
  /** The oldest first. */
  weeks: z.array(loadWeekSchema),
  state: loadStateSchema,
  advice: z.string().nullable(),
});
export type OwnLoad = z.infer<typeof ownLoadSchema>;

/** Of one preceptor as the lead sees it: whole weeks alone, so that nobody is watched at work. */
export const preceptorLoadSchema = z.object({
  preceptor: personSchema,
  cap: z.number(),
  weeks: z.array(loadWeekSchema),
  /** By the last whole week. */
  state: loadStateSchema,
  advice: z.string().nullable(),
  /** Who could take something over, and how much is free; while it is near the cap or over it. */
  relief: z.array(z.string()),
});
export type PreceptorLoad = z.infer<typeof preceptorLoadSchema>;
