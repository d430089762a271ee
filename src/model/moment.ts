import { createHash } from 'node:crypto';
import { z } from 'zod';
import { activityIdSchema } from './activity.ts';
import { agentNameSchema } from './agent.ts';
import type { Branded } from './brand.ts';
import { momentKindSchema } from './kind.ts';
import { sessionIdSchema } from './session.ts';

export type MomentId = Branded<'moment'>;
export const momentIdSchema = z.string().regex(/^m_[0-9a-f]{16}$/) as unknown as z.ZodType<MomentId>;

/** The same place found by the same rule in two copies of a session has the same id: it is made of event ids, not of lines or paths. */
export function toMomentId(rule: string, decisionEventIds: readonly string[]): MomentId {
  return `m_${createHash('sha256')
    .update([rule, ...decisionEventIds].join('\n'))
    .digest('hex')
    .slice(0, 16)}` as MomentId;
}

/** 1-based source lines, both ends included. */
export const lineSpanSchema = z.object({ start: z.number().int(), end: z.number().int() });
export type LineSpan = z.infer<typeof lineSpanSchema>;

export const citationSchema = z.object({ line: z.number().int(), quote: z.string() });
export type Citation = z.infer<typeof citationSchema>;

export const hindsightSchema = z.object({ start: z.number().int(), end: z.number().int(), quote: z.string() });
export type Hindsight = z.infer<typeof hindsightSchema>;

/** What kind of thing the decision is. The only thing about a moment that may shape the question, since sound and unsound ones share it. */
export const decisionShapeSchema = z.enum(['edit', 'test-edit', 'command', 'claim', 'belief', 'plan', 'request']);
export type DecisionShape = z.infer<typeof decisionShapeSchema>;

/** A statement about what came after the decision, which the session itself settles. `truth` is null where it does not. */
export const propositionSchema = z.object({
  id: z.string(),
  text: z.string(),
  truth: z.boolean().nullable(),
  settledBy: hindsightSchema.optional(),
  /** The misconception (its id in the catalogue) under which somebody expects this: a reason to ask, where it did not come true. */
  belief: z.string().optional(),
});
export type Proposition = z.infer<typeof propositionSchema>;

/** The parts of a moment's score, each 0 to 1 except worth (1 to 3). */
export const scorePartsSchema = z.object({
  worth: z.number(),
  confidence: z.number(),
  agreement: z.number(),
  novelty: z.number(),
  teachability: z.number(),
  total: z.number(),
});
export type ScoreParts = z.infer<typeof scorePartsSchema>;

/** A found teachable moment, with its evidence. Lines are those of `file`. */
export const momentSchema = z.object({
  id: momentIdSchema,
  rule: z.string(),
  ruleVersion: z.number().int(),
  kind: momentKindSchema,
  agent: agentNameSchema,
  session: sessionIdSchema,
  file: z.string(),
  /** What a reader would mark: at most 25 lines. */
  span: lineSpanSchema,
  decision: lineSpanSchema,
  /** Last line a judge may see before the reveal. */
  shownUntil: z.number().int(),
  hindsight: z.array(hindsightSchema),
  evidence: z.array(citationSchema),
  rank: z.number().int(),
  worth: z.number().int().min(1).max(3),
  confidence: z.number().min(0).max(1),
  score: scorePartsSchema,
  shape: decisionShapeSchema,
  title: z.string(),
  question: z.string(),
  propositions: z.array(propositionSchema),
  concepts: z.array(z.string()),
  activities: z.array(activityIdSchema),
  paths: z.array(z.string()),
  at: z.string().nullable(),
  minutes: z.number().int(),
  commit: z.string().optional(),
});
export type Moment = z.infer<typeof momentSchema>;
