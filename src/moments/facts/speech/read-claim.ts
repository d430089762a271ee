/** What a sentence of the agent asserts, if anything. */
import type { ClaimType } from '../facts.ts';
import { readBelief } from './read-belief.ts';
import { readResultClaim } from './read-result-claim.ts';
import type { Sentence } from './split-sentences.ts';

export interface ReadClaim {
  readonly type: ClaimType;
  readonly hedged: boolean;
}

const LONGEST_CLAIM = 400;
/** A belief in reasoning counts only where it is put shortly and plainly. */
const LONGEST_BELIEF = 180;
const HEDGE =
  /\b(?:should|likely|probably|seems?|appears?|might|may|perhaps|possibly|i (?:think|believe|suspect|assume|expect|guess)|presumably|looks like|apparently|in theory|hopefully)\b/;

/** From a reply: results and beliefs. */
export function readClaim({ text, lower, heading }: Sentence): ReadClaim | null {
  if (text.length > LONGEST_CLAIM || text.endsWith('?')) return null;
  const type = readResultClaim(lower, heading) ?? (heading ? null : readBelief(text, lower));
  return type === null ? null : { type, hedged: HEDGE.test(lower) };
}

/** From reasoning, which wanders: only beliefs stated outright. Results are what the agent tells the person. */
export function readReasonedClaim({ text, lower, heading }: Sentence): ReadClaim | null {
  if (text.length > LONGEST_BELIEF || heading || text.endsWith('?')) return null;
  const type = readBelief(text, lower);
  return type === null || HEDGE.test(lower) ? null : { type, hedged: false };
}
