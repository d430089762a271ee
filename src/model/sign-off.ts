import { z } from 'zod';
import { activityIdSchema } from './activity.ts';
import { levelSchema } from './entrustment.ts';

/** What a sign-off needs. Defaults are a considered proposal; a programme may ask for more. */
export const signOffRulesSchema = z.object({
  cases: z.number().int().min(1).default(5),
  contexts: z.number().int().min(1).default(2),
  raters: z.number().int().min(1).default(2),
  agentErrorsCaught: z.number().int().min(0).default(1),
  /** Older evidence does not count. */
  evidenceMonths: z.number().int().min(1).default(12),
  /** How long a sign-off holds. */
  validMonths: z.number().int().min(1).default(24),
});
export type SignOffRules = z.infer<typeof signOffRulesSchema>;

/** One observed case: who rated it, at which level they would trust the next, and the hash of what they saw. */
export const signOffEvidenceSchema = z.object({
  case: z.string().min(1),
  context: z.string().min(1),
  rater: z.string().min(1),
  level: levelSchema,
  agentErrorCaught: z.boolean(),
  /** SHA-256 of the case's content when it was attached. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.iso.datetime(),
});
export type SignOffEvidence = z.infer<typeof signOffEvidenceSchema>;

/**
 * What a request from level 4 on rests on that no critical belief stands open: what the person's own Rounds said after reading their
 * journal, or their word. Neither can be checked by anybody else.
 */
export const beliefsFromSchema = z.enum(['word', 'journal']);
export type BeliefsFrom = z.infer<typeof beliefsFromSchema>;

export const dissentSchema = z.object({ by: z.string().min(1), words: z.string().trim().min(3), answer: z.string().trim().nullable() });

export const signOffRequestSchema = z.object({
  id: z.string().min(1),
  person: z.string().min(1),
  activity: activityIdSchema,
  level: levelSchema,
  signer: z.string().min(1),
  evidence: z.array(signOffEvidenceSchema),
  /** Raters who were asked whether they disagree. */
  askedForDissent: z.array(z.string()),
  dissents: z.array(dissentSchema),
  at: z.iso.datetime(),
});
export type SignOffRequest = z.infer<typeof signOffRequestSchema>;

/** What was decided, in order; only ever added to. */
export const signOffEntrySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('granted'), request: signOffRequestSchema, by: z.string(), expiresAt: z.iso.datetime(), at: z.iso.datetime() }),
  z.object({ type: z.literal('reversed'), request: z.string(), by: z.string(), why: z.string().trim().min(8), at: z.iso.datetime() }),
]);
export type SignOffEntry = z.infer<typeof signOffEntrySchema>;

/** An entry with the hash of all before it: changing one shows in every later one. */
export const signOffRecordSchema = z.object({ entry: signOffEntrySchema, hash: z.string().regex(/^[0-9a-f]{64}$/) });
export type SignOffRecord = z.infer<typeof signOffRecordSchema>;
