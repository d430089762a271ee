import { z } from 'zod';
import { resolutionSchema } from '../api/rounds.ts';
import { caseSchema, outcomeSchema } from '../case.ts';
import { judgementSchema } from '../judgement.ts';
import { messageSchema } from './thread.ts';
import { caseIdSchema, cohortIdSchema, grandRoundIdSchema } from './ids.ts';

/** `ended`: its day came with fewer than five answers, and nobody is shown another's. */
export const grandRoundStateSchema = z.enum(['offered', 'open', 'revealed', 'ended', 'withdrawn']);

/** A case as a cohort sees it: without people, places and dates. */
export const strippedCaseSchema = caseSchema.extend({ repository: z.null(), cwd: z.null(), at: z.null() });
export type StrippedCase = z.infer<typeof strippedCaseSchema>;

/** An answer after the reveal, with nothing that says whose it is, but that mine is mine. */
const namelessAnswerSchema = z.object({
  isMine: z.boolean(),
  /** Null where they passed. */
  judgement: judgementSchema.nullable(),
  resolution: resolutionSchema.nullable(),
});
export type NamelessAnswer = z.infer<typeof namelessAnswerSchema>;

export const grandRoundCardSchema = z.object({
  id: grandRoundIdSchema,
  cohort: cohortIdSchema,
  state: grandRoundStateSchema,
  question: z.string().nullable(),
  /** Offered by my pair: then we know how it ended, and do not answer. */
  isOurs: z.boolean(),
  offeredByMe: z.boolean(),
  /** The case it was made of, for the pair alone. */
  case: caseIdSchema.nullable(),
  iAnswered: z.boolean(),
  createdAt: z.string(),
  openedAt: z.string().nullable(),
  closesAt: z.string().nullable(),
  revealedAt: z.string().nullable(),
});
export type GrandRoundCard = z.infer<typeof grandRoundCardSchema>;

/** A case that a pair offers to its cohort: everyone judges blind, one reveal, one discussion. */
export const grandRoundSchema = grandRoundCardSchema.extend({
  content: strippedCaseSchema.nullable(),
  /** Null before it is over; how many there are is not told before either. Of one that ended there is at most my own. */
  answers: z.array(namelessAnswerSchema).nullable(),
  outcome: outcomeSchema.nullable(),
  messages: z.array(messageSchema),
});
export type GrandRound = z.infer<typeof grandRoundSchema>;
