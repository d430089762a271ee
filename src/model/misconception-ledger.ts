import { z } from 'zod';
import { indicatorSourceSchema, misconceptionIdSchema, ratioSchema } from './misconception.ts';

/** ISO instant in UTC: they order as text. */
const instant = z.iso.datetime();

/** A sign for or against the belief. `occasion` is the case or card it comes from: signs of one occasion are not independent. */
export const evidenceSchema = z.object({
  type: z.literal('evidence'),
  source: indicatorSourceSchema,
  direction: z.enum(['for', 'against']),
  occasion: z.string().min(1),
  /** Where it was, as far as another context can be told from it: a repository. */
  context: z.string(),
  /** The person's own words, quoted; null where there are none. */
  words: z.string().max(4000).nullable(),
  /** It came from a transfer case. */
  transfer: z.boolean(),
  /** What it weighed when it was written: a later version of the catalogue changes nothing of it. */
  ratio: ratioSchema.optional(),
  at: instant,
});
export type Evidence = z.infer<typeof evidenceSchema>;

export const ledgerEventSchema = z.discriminatedUnion('type', [
  evidenceSchema,
  /** Somebody worked through the refutation with a case at hand. */
  z.object({ type: z.literal('addressed'), at: instant }),
  /** Either person says that it is not so, or takes that back. What is contested is never confirmed and holds nobody back. */
  z.object({ type: z.literal('contested'), by: z.string(), why: z.string().trim().min(3).max(2000), at: instant }),
  z.object({ type: z.literal('accepted'), by: z.string(), at: instant }),
]);
export type LedgerEvent = z.infer<typeof ledgerEventSchema>;

/** What is written down about one belief of one person; only ever added to. */
export const ledgerRowSchema = z.object({
  misconception: misconceptionIdSchema,
  /** Of the catalogue's entry when it was written. */
  version: z.number().int(),
  edition: z.number().int().optional(),
  event: ledgerEventSchema,
});
export type LedgerRow = z.infer<typeof ledgerRowSchema>;

export const MISCONCEPTION_STATES = ['to-ask', 'suspected', 'confirmed', 'addressed', 'resolved', 'relapsed'] as const;
export const misconceptionStateSchema = z.enum(MISCONCEPTION_STATES);
export type MisconceptionState = z.infer<typeof misconceptionStateSchema>;

/** Where a belief stands and why. Never a bare probability: a band, and what it was made of. */
export const standingSchema = z.object({
  state: misconceptionStateSchema,
  band: z.enum(['little', 'some', 'much']),
  /** Occasions, not signs. */
  occasionsFor: z.number().int(),
  occasionsAgainst: z.number().int(),
  inOwnWords: z.number().int(),
  contested: z.object({ by: z.string(), why: z.string(), at: instant }).nullable(),
  relapses: z.number().int(),
  addressedAt: instant.nullable(),
  /** What was passed since it was addressed. */
  transferAt: instant.nullable(),
  delayedRecallAt: instant.nullable(),
  /** What the next state needs, in words. */
  missing: z.array(z.string()),
  history: z.array(z.object({ at: instant, from: misconceptionStateSchema.nullable(), to: misconceptionStateSchema })),
});
export type Standing = z.infer<typeof standingSchema>;
