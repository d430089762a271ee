import { z } from 'zod';
import { resolutionSchema } from '../api/rounds.ts';
import { caseSchema, outcomeSchema } from '../case.ts';
import { debriefDraftSchema, debriefSchema } from '../debrief.ts';
import { judgementSchema } from '../judgement.ts';
import { roundIdSchema, roundStateSchema } from '../round.ts';
import { comparisonTruthSchema, rankingSchema, rankingScoreSchema, sharedComparisonSchema } from './shared-comparison.ts';
import { deconstructionTruthSchema, hunkNoteSchema, predictionScoreSchema, predictionsSchema, sharedDeconstructionSchema } from './shared-deconstruction.ts';
import { caseIdSchema, pairIdSchema, personIdSchema } from './ids.ts';

export const CASE_KINDS = ['moment', 'comparison', 'deconstruction', 'hand-off'] as const;
export const caseKindSchema = z.enum(CASE_KINDS);
export type CaseKind = z.infer<typeof caseKindSchema>;

/** What is sealed in any round: what its kind of case asks for, or that one passes. Nobody can tell them apart from outside. */
export const sealedAnswerSchema = z.discriminatedUnion('answer', [
  z.object({ answer: z.literal('judgement'), judgement: judgementSchema }),
  z.object({ answer: z.literal('ranking'), ranking: rankingSchema }),
  z.object({ answer: z.literal('predictions'), predictions: predictionsSchema }),
  z.object({ answer: z.literal('pass') }),
]);
export type SealedAnswer = z.infer<typeof sealedAnswerSchema>;
/** All of them but a pass. */
export type Sealable = Exclude<SealedAnswer, { answer: 'pass' }>;

const teamParticipantSchema = z.object({
  person: personIdSchema,
  name: z.string(),
  /** Before the reveal only that they answered: not how, nor when. */
  answered: z.boolean(),
  /** They lived through it: their judgement never counts for calibration. */
  knewOutcome: z.boolean(),
});

/** One person's answer after the reveal, with the proof of what was sealed first. */
const revealedAnswerSchema = z.object({
  person: personIdSchema,
  /** 1 for who answered first. */
  ordinal: z.number().int(),
  at: z.string(),
  /** Null where they passed, and in a round that asks for something else. */
  judgement: judgementSchema.nullable(),
  resolution: resolutionSchema.nullable(),
  /** In a comparison, and how it did. */
  ranking: rankingSchema.optional(),
  rankingScore: rankingScoreSchema.optional(),
  /** In a deconstruction, and how they did. */
  predictions: predictionsSchema.optional(),
  predictionScore: predictionScoreSchema.optional(),
  /** SHA-256 of `salt` and the judgement's exact bytes, stored before anyone could read them. */
  commitment: z.string(),
  salt: z.string(),
});
export type RevealedAnswer = z.infer<typeof revealedAnswerSchema>;

/** A round for two or more as one of them may see it now. */
export const teamRoundSchema = z.object({
  id: roundIdSchema,
  state: roundStateSchema,
  me: personIdSchema,
  case: z.object({
    id: caseIdSchema,
    kind: caseKindSchema,
    owner: personIdSchema,
    pair: pairIdSchema,
    /** Null once forgotten, and in a case of another kind than a moment. */
    content: caseSchema.nullable(),
    comparison: sharedComparisonSchema.optional(),
    deconstruction: sharedDeconstructionSchema.optional(),
    hasTree: z.boolean(),
    hasFix: z.boolean().nullable(),
    treeHash: z.string().nullable(),
    forgottenAt: z.string().nullable(),
  }),
  participants: z.array(teamParticipantSchema),
  /** Null before the reveal. Disagreements of verdict are for the reader to see first; order here is that of sealing. */
  answers: z.array(revealedAnswerSchema).nullable(),
  outcome: outcomeSchema.nullable(),
  /** What was withheld of another kind of case; absent before the reveal. */
  comparisonTruth: comparisonTruthSchema.optional(),
  deconstructionTruth: deconstructionTruthSchema.optional(),
  /** What people found out since about hunks that no test minded. */
  hunkNotes: z.array(hunkNoteSchema).optional(),
  debriefDraft: debriefDraftSchema,
  /** Send it back when saving, so that two people writing lose nothing. */
  debriefVersion: z.number().int(),
  /** The latest last. */
  debriefs: z.array(z.object({ debrief: debriefSchema, closedBy: personIdSchema, at: z.string() })),
  log: z.array(z.object({ person: personIdSchema, action: z.string(), from: roundStateSchema, to: roundStateSchema, at: z.string() })),
  createdAt: z.string(),
  revealedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
});
export type TeamRound = z.infer<typeof teamRoundSchema>;
