import { z } from 'zod';
import { agreementSchema } from '../agreement.ts';
import { activityIdSchema } from '../activity.ts';
import { calibrationSchema } from '../calibration.ts';
import { levelSchema, ratingSchema, reviewDepthSchema } from '../entrustment.ts';
import { shownEvidenceLinkSchema } from './evidence.ts';
import { evidenceSchema, standingSchema } from '../misconception-ledger.ts';
import { misconceptionIdSchema, misconceptionSchema } from '../misconception.ts';
import { roundIdSchema } from '../round.ts';
import { settlementSchema } from '../settlement.ts';
import { threadIdSchema } from '../team/ids.ts';

/** One sign as it is shown: what it was, and where to look at it. */
const shownEvidenceSchema = evidenceSchema.pick({ source: true, direction: true, words: true, at: true }).extend({
  sign: z.string(),
  round: roundIdSchema.nullable(),
  /** That round was one for two. */
  forTwo: z.boolean(),
});
export type ShownEvidence = z.infer<typeof shownEvidenceSchema>;

export const heldBeliefSchema = misconceptionSchema
  .pick({ id: true, belief: true, concepts: true, activities: true, severity: true, refutation: true, transferCase: true })
  .extend({ questionToAsk: z.string(), standing: standingSchema, evidence: z.array(shownEvidenceSchema) });
export type HeldBelief = z.infer<typeof heldBeliefSchema>;

const roundOfActivitySchema = z.object({ id: roundIdSchema, forTwo: z.boolean(), question: z.string(), rule: z.string(), at: z.string() });

export const activityGrowthSchema = z.object({
  activity: activityIdSchema,
  /** As my cohort calls it, or I do. */
  name: z.string(),
  /** Closed rounds in which it mattered. */
  rounds: z.array(roundOfActivitySchema),
  /** What I linked from where sessions cannot see. */
  evidence: z.array(shownEvidenceLinkSchema),
  levels: z.array(
    z.object({
      level: levelSchema,
      text: z.string(),
      reviewDepth: reviewDepthSchema,
      retrospective: z.array(ratingSchema),
      prospective: z.array(ratingSchema),
    }),
  ),
});
export type ActivityGrowth = z.infer<typeof activityGrowthSchema>;

const laterSchema = settlementSchema.pick({ how: true, words: true, at: true, unsound: true }).extend({
  round: roundIdSchema,
  forTwo: z.boolean(),
  question: z.string(),
  /** It settled the statement that I gave a chance. */
  settles: z.boolean(),
});
export type Later = z.infer<typeof laterSchema>;

/** What I say of my work beside what others told me of it; the two questions apart. */
const growthAgreementSchema = z.object({ retrospective: agreementSchema, prospective: agreementSchema });
export type GrowthAgreement = z.infer<typeof growthAgreementSchema>;

/** Whose content stands over what comes with Rounds: my cohort's, in which version and as heard when, and over it what I brought myself. */
export const contentInUseSchema = z.object({
  cohort: z.object({ name: z.string(), version: z.number().int(), takenAt: z.string() }).nullable(),
  mine: z.array(z.string()),
});
export type ContentInUse = z.infer<typeof contentInUseSchema>;

/** One person's growth, for that person alone. Nothing in it sums anybody up. */
export const growthSchema = z.object({
  beliefs: z.array(heldBeliefSchema),
  calibration: calibrationSchema,
  /** What later commits, runs and probes said of my rounds, the latest first. */
  later: z.array(laterSchema),
  agreement: growthAgreementSchema,
  activities: z.array(activityGrowthSchema),
  recall: z.object({ due: z.number().int(), cards: z.number().int() }),
  /** Closed rounds that count here: those of the demo do not. */
  rounds: z.number().int(),
  content: contentInUseSchema.nullable(),
});
export type Growth = z.infer<typeof growthSchema>;

/** Critical beliefs of one activity that stand open by the own journal. A request for a sign-off says of them whether there are any. */
export const standingBeliefsSchema = z.object({ beliefs: z.array(heldBeliefSchema.pick({ id: true, belief: true })) });
export type StandingBeliefs = z.infer<typeof standingBeliefsSchema>;

/** What a person may say about a belief they are thought to hold. */
export const beliefActSchema = z.discriminatedUnion('type', [
  /** In their own words, what they thought; `round` is the case at hand. */
  z.object({
    type: z.literal('answer'),
    words: z.string().trim().min(3, 'Say it in your own words.').max(4000),
    holds: z.boolean(),
    round: roundIdSchema.nullable(),
  }),
  z.object({ type: z.literal('addressed') }),
  z.object({ type: z.literal('contest'), why: z.string().trim().min(3, 'Say why it is not so.').max(2000) }),
  z.object({ type: z.literal('accept') }),
]);
export type BeliefAct = z.infer<typeof beliefActSchema>;

export const newRatingSchema = ratingSchema
  .pick({ activity: true, view: true, level: true, note: true, agentErrorCaught: true })
  .extend({ round: roundIdSchema });
export type NewRating = z.infer<typeof newRatingSchema>;

/** Words of my own in a thread of the team, and the beliefs I marked them as showing. */
export const ownQuestionSchema = z.object({
  thread: threadIdSchema,
  n: z.number().int().min(1),
  body: z.string(),
  at: z.iso.datetime(),
  shows: z.array(misconceptionIdSchema),
});
export type OwnQuestion = z.infer<typeof ownQuestionSchema>;
export const ownQuestionsSchema = z.object({
  questions: z.array(ownQuestionSchema),
  /** What they may be marked as showing. */
  beliefs: z.array(misconceptionSchema.pick({ id: true, belief: true })),
});
export type OwnQuestions = z.infer<typeof ownQuestionsSchema>;

export const markQuestionSchema = ownQuestionSchema.pick({ thread: true, n: true }).extend({
  misconception: misconceptionIdSchema,
  /** They show it; or that it is not held. */
  holds: z.boolean(),
});
export type MarkQuestion = z.infer<typeof markQuestionSchema>;

/** What was taken in from the team; null where this machine is signed in to none. */
export const refreshedSchema = z
  .object({
    rounds: z.number().int(),
    forgotten: z.number().int(),
    lessons: z.number().int(),
    /** Texts or beliefs of my cohort read differently now. */
    content: z.boolean(),
  })
  .nullable();
