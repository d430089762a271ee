/** The port of the optional second reader: what it is given of a candidate, and what it may say. It decides nothing. */
import { z } from 'zod';
import type { DecisionShape, LineSpan } from '../model/moment.ts';
import type { MomentKind } from '../model/kind.ts';

/** Text that stands on a line of the session, already redacted. */
export interface LineText {
  readonly line: number;
  readonly by: string;
  readonly text: string;
}

/** One candidate as the reader sees it; everything in it is redacted. */
export interface Candidate {
  readonly kind: MomentKind;
  /** What the rule looks for, in its own general words. */
  readonly what: string;
  readonly question: string;
  readonly shape: DecisionShape;
  readonly decision: LineSpan;
  /** What a judge may see; only this may be quoted. */
  readonly visible: readonly LineText[];
  /** What came later and is withheld from a judge. */
  readonly later: readonly LineText[];
}

export const readerAnswerSchema = z.object({
  verdict: z.enum(['confirm', 'reword', 'reject']),
  question: z.string().max(2000).nullish(),
  evidence: z
    .array(z.object({ line: z.number().int(), quote: z.string().min(1).max(1000) }))
    .min(1)
    .max(8),
  reason: z.string().max(2000).default(''),
});
export type ReaderAnswer = z.infer<typeof readerAnswerSchema>;

/** An answer that was checked against the session, or what was wrong with it. */
export type Reading =
  | { readonly verdict: 'confirm' | 'reject'; readonly evidence: ReaderAnswer['evidence']; readonly reason: string }
  | { readonly verdict: 'reword'; readonly question: string; readonly evidence: ReaderAnswer['evidence']; readonly reason: string }
  | { readonly verdict: 'refused'; readonly why: string };
