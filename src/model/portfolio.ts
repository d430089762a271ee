import { z } from 'zod';
import { activityIdSchema } from './activity.ts';
import { calibrationSchema } from './calibration.ts';
import { levelSchema } from './entrustment.ts';
import { EVIDENCE_KINDS } from './evidence-kinds.ts';
import { misconceptionStateSchema } from './misconception-ledger.ts';
import { misconceptionIdSchema } from './misconception.ts';

const instant = z.iso.datetime({ offset: true });

/** A rule that a person kept, in their own words. */
const keptRuleSchema = z.object({ id: z.string(), rule: z.string(), at: instant });

/** One activity with what stands behind it: no level is made of it. */
export const shownActivitySchema = z.object({
  activity: activityIdSchema,
  name: z.string(),
  /** Closed rounds in which it mattered, as the rules kept from them: never the case, never code. */
  rounds: z.array(keptRuleSchema),
  /** What its owner linked from where sessions cannot see, in their words: neither path nor repository. */
  evidence: z.array(z.object({ id: z.string(), kind: z.enum(EVIDENCE_KINDS), note: z.string(), at: instant })),
  /** How often it was rated at a level, and about what; by oneself and by others apart, nobody named. */
  ratings: z.array(
    z.object({ level: levelSchema, view: z.enum(['retrospective', 'prospective']), by: z.enum(['self', 'others']), times: z.number().int().min(1) }),
  ),
});
export type ShownActivity = z.infer<typeof shownActivitySchema>;

/** Who signed stands in it, since they signed. */
export const signedLevelSchema = z.object({
  id: z.string(),
  activity: activityIdSchema,
  name: z.string(),
  level: levelSchema,
  signer: z.string(),
  signedAt: instant,
  expiresAt: instant,
});

export const yearSchema = z.object({
  /** Closed rounds by month, as 2026-11. */
  rounds: z.array(z.object({ month: z.string().regex(/^\d{4}-\d{2}$/), rounds: z.number().int().min(1) })),
  /** Of the programme, where there is one. */
  startedAt: instant.nullable(),
  completedAt: instant.nullable(),
  projects: z.array(z.object({ title: z.string(), goal: z.string(), closedAt: instant.nullable() })),
  checkIns: z.array(z.object({ kind: z.string(), at: instant })),
});

export const shownBeliefSchema = z.object({ id: misconceptionIdSchema, belief: z.string(), state: misconceptionStateSchema });

/** Everything that its owner could show: never sent or written as a whole, only looked at to choose from. */
export const portfolioMaterialSchema = z.object({
  year: yearSchema,
  activities: z.array(shownActivitySchema),
  signedLevels: z.array(signedLevelSchema),
  calibration: calibrationSchema,
  lessons: z.array(keptRuleSchema),
  beliefs: z.array(shownBeliefSchema),
  /** Why the team's server says nothing; null where it answered, or there is none. */
  away: z.string().nullable(),
});
export type PortfolioMaterial = z.infer<typeof portfolioMaterialSchema>;

/** What its owner ticked. Nothing is ticked unless they say so. */
export const portfolioChoiceSchema = z.object({
  name: z.string().trim().max(200).default(''),
  about: z.string().trim().max(4000).default(''),
  year: z.boolean().default(false),
  calibration: z.boolean().default(false),
  activities: z.array(activityIdSchema).default([]),
  signedLevels: z.array(z.string().max(200)).max(500).default([]),
  lessons: z.array(z.string().max(200)).max(5000).default([]),
  beliefs: z.array(misconceptionIdSchema).default([]),
});
export type PortfolioChoice = z.infer<typeof portfolioChoiceSchema>;

/** What a person takes along: what they ticked and nothing else. A part they did not tick is null, not empty. */
export const portfolioSchema = z.object({
  format: z.literal('rounds-portfolio'),
  version: z.literal(1),
  madeAt: instant,
  name: z.string(),
  about: z.string(),
  year: yearSchema.nullable(),
  activities: z.array(shownActivitySchema).nullable(),
  signedLevels: z.array(signedLevelSchema).nullable(),
  calibration: calibrationSchema.nullable(),
  lessons: z.array(keptRuleSchema).nullable(),
  beliefs: z.array(shownBeliefSchema).nullable(),
});
export type Portfolio = z.infer<typeof portfolioSchema>;

/** The page as it would be written, and the same as data. */
export const portfolioPreviewSchema = z.object({ html: z.string(), portfolio: portfolioSchema });
export type PortfolioPreview = z.infer<typeof portfolioPreviewSchema>;
