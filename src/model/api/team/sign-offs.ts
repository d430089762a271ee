import { z } from 'zod';
import { activityIdSchema } from '../../activity.ts';
import { roundIdSchema } from '../../round.ts';
import { levelSchema, reviewDepthSchema } from '../../entrustment.ts';
import { misconceptionStateSchema } from '../../misconception-ledger.ts';
import { misconceptionIdSchema } from '../../misconception.ts';
import { beliefsFromSchema, signOffEvidenceSchema, signOffRecordSchema, signOffRulesSchema } from '../../sign-off.ts';
import { caseIdSchema, personIdSchema, ratingIdSchema, signOffIdSchema } from '../../team/ids.ts';

/** The first level is for everybody: nobody has to sign that somebody watches. */
const signedLevelSchema = levelSchema.refine((level) => level >= 2, 'Watching needs no sign-off.');

/** Where a belief stands, as its owner shows it with a request. */
const shownBeliefSchema = z.object({ misconception: misconceptionIdSchema, state: misconceptionStateSchema, contested: z.boolean() });

export const draftSignOffQuerySchema = z.object({
  activity: activityIdSchema,
  level: z.coerce.number().pipe(signedLevelSchema),
  signer: personIdSchema.optional(),
});
export type DraftSignOffQuery = z.infer<typeof draftSignOffQuerySchema>;

export const askSignOffSchema = z.object({
  activity: activityIdSchema,
  level: signedLevelSchema,
  signer: personIdSchema,
  ratings: z.array(ratingIdSchema).max(200),
  shownBeliefs: z.array(shownBeliefSchema).max(44).default([]),
  /** `journal` is taken from a program with a token only, and then says that none stands open: with one that does, nothing is asked. */
  beliefsFrom: beliefsFromSchema.default('word'),
});
export type AskSignOff = z.infer<typeof askSignOffSchema>;

/** One reason against, in words a person can act on. */
export const refusalSchema = z.object({ code: z.string(), words: z.string() });
export type ShownRefusal = z.infer<typeof refusalSchema>;

const shownEvidenceSchema = signOffEvidenceSchema.extend({
  case: caseIdSchema,
  rater: personIdSchema,
  raterName: z.string(),
  /** Whether the case opens to me: evidence is a link, and a link gives nobody a right. */
  opens: z.boolean(),
});
export type ShownSignOffEvidence = z.infer<typeof shownEvidenceSchema>;

/** What is asked, in the words of the person's cohort, and the version of its content they are of; 0 for what comes with Rounds. */
const askedWordsSchema = z.object({ activityName: z.string(), levelText: z.string(), contentVersion: z.number().int() });
export type AskedWords = z.infer<typeof askedWordsSchema>;

/** What there is for a request before it is made, and everything against it. */
export const signOffDraftSchema = askedWordsSchema.extend({
  activity: activityIdSchema,
  rules: signOffRulesSchema,
  evidence: z.array(shownEvidenceSchema.extend({ rating: ratingIdSchema })),
  /** Rounds in which others said something of this activity that I have not opened yet: it is no evidence before. */
  held: z.array(z.object({ round: roundIdSchema, raterName: z.string() })),
  /** Who may not sign for me, whatever the evidence. */
  mayNotSign: z.array(personIdSchema),
  refusals: z.array(refusalSchema),
});
export type SignOffDraft = z.infer<typeof signOffDraftSchema>;

const dissentStateSchema = z.object({ by: personIdSchema, name: z.string(), words: z.string().nullable(), answer: z.string().nullable() });

export const SIGN_OFF_STATES = ['open', 'granted', 'declined', 'withdrawn', 'reversed', 'expired'] as const;
export const signOffStateSchema = z.enum(SIGN_OFF_STATES);
export type SignOffState = z.infer<typeof signOffStateSchema>;

export const signOffCardSchema = z.object({
  id: signOffIdSchema,
  person: personIdSchema,
  name: z.string(),
  activity: activityIdSchema,
  /** As the person's cohort calls it. */
  activityName: z.string(),
  level: levelSchema,
  signer: personIdSchema,
  signerName: z.string(),
  state: signOffStateSchema,
  at: z.string(),
  decidedAt: z.string().nullable(),
});
export type SignOffCard = z.infer<typeof signOffCardSchema>;

export const signOffViewSchema = signOffCardSchema.extend({
  ...askedWordsSchema.shape,
  rules: signOffRulesSchema,
  evidence: z.array(shownEvidenceSchema),
  dissents: z.array(dissentStateSchema),
  shownBeliefs: z.array(shownBeliefSchema.extend({ belief: z.string() })),
  /** What it rests on that no critical belief stands open; null below level 4, where that is not asked. */
  beliefsFrom: beliefsFromSchema.nullable(),
  /** Everything against it now; empty once it is decided. */
  refusals: z.array(refusalSchema),
  declinedWhy: z.string().nullable(),
  /** Once granted. */
  expiresAt: z.string().nullable(),
  reversed: z.object({ by: personIdSchema, name: z.string(), why: z.string(), at: z.string() }).nullable(),
  /** What I may do with it now. */
  mine: z.enum(['person', 'signer']),
});
export type SignOffView = z.infer<typeof signOffViewSchema>;

export const heldLevelSchema = z.object({
  activity: activityIdSchema,
  level: levelSchema,
  reviewDepth: reviewDepthSchema,
  by: personIdSchema,
  byName: z.string(),
  expiresAt: z.string(),
  request: signOffIdSchema,
});
export type HeldLevel = z.infer<typeof heldLevelSchema>;

const dissentAskedSchema = z.object({
  request: signOffIdSchema,
  person: personIdSchema,
  name: z.string(),
  activity: activityIdSchema,
  activityName: z.string(),
  level: levelSchema,
  words: z.string().nullable(),
  answer: z.string().nullable(),
});
export type DissentAsked = z.infer<typeof dissentAskedSchema>;

export const signOffListSchema = z.object({
  me: personIdSchema,
  mine: z.array(signOffCardSchema),
  toSign: z.array(signOffCardSchema),
  /** Whether I disagree, asked because I rated. */
  asked: z.array(dissentAskedSchema),
  /** What is signed for me and holds now, activity by activity. */
  held: z.array(heldLevelSchema),
  /** The latest time that was recorded, where the server's clock is behind it: then nothing is signed, and what ended stays ended. */
  clockBehind: z.string().nullable(),
});
export type SignOffList = z.infer<typeof signOffListSchema>;

export const declineSignOffSchema = z.object({ why: z.string().trim().min(8, 'Say why: a sentence that helps them on.').max(2000) });
export const reverseSignOffSchema = z.object({ why: z.string().trim().min(8, 'Say why: the person will read it.').max(2000) });
export const dissentWordsSchema = z.object({ words: z.string().trim().min(3, 'Say why you disagree.').max(2000) });
export const dissentAnswerSchema = z.object({ answer: z.string().trim().min(1, 'Say what you answer.').max(2000) });

/** A person's whole record, to keep or to hand on. Whoever kept `lastHash` from earlier can tell whether anything was cut off since. */
export const signOffExportSchema = z.object({
  format: z.literal('rounds-sign-off-record-1'),
  person: z.object({ id: personIdSchema, name: z.string() }),
  records: z.array(signOffRecordSchema.extend({ n: z.number().int().min(1) })),
  lastHash: z.string(),
  exportedAt: z.iso.datetime(),
});
export type SignOffExport = z.infer<typeof signOffExportSchema>;

/** What somebody's signed levels change about one case: how much of their work in it is looked at, and when. */
export const caseReviewSchema = z.object({
  depths: z.array(
    heldLevelSchema.pick({ activity: true, level: true, reviewDepth: true, expiresAt: true }).extend({ person: personIdSchema, name: z.string() }),
  ),
});
export type CaseReview = z.infer<typeof caseReviewSchema>;
