import type { Place, SessionFacts } from '../facts/facts.ts';
import { lastBefore, listBetween } from './order.ts';

/** Two ways side by side, one of them set aside. */
const WEIGHS =
  /\b(?:instead of|rather than|alternative(?:ly)?|another (?:option|approach|way)|(?:better|simpler|cleaner|safer|cleanest|simplest|safest|right|correct) (?:\w+ )?(?:approach|option|way|choice|fix) (?:is|would)|option (?:[12ab]\b|one|two)|either\b[^.\n]{3,80}\bor|trade-?offs?)\b/i;
/** Events before a decision in which its reasons stand. */
const NEAR = 8;

/** Shortly before the place, or in it, the agent names another way than the one it takes. */
export function weighsOptions(facts: SessionFacts, place: Place): boolean {
  const asked = lastBefore(facts.humanTurns, place)?.seq ?? -1;
  const from: Place = { seq: Math.max(asked, place.seq - NEAR), line: 0 };
  const until: Place = { seq: place.seq + 1, line: 0 };
  return [...listBetween(facts.replies, from, until), ...listBetween(facts.reasoning, from, until)].some(({ text }) => WEIGHS.test(text));
}
