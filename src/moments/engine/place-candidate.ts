import type { Citation, Hindsight, LineSpan } from '../../model/moment.ts';
import type { Place } from '../facts/facts.ts';
import type { RegisteredRule } from '../rule/registered-rule.ts';
import type { Candidate, Cited } from '../rule/rule.ts';

/** The widest a moment may be: more than a screenful of lines points at nothing. */
export const MAX_SPAN = 25;
const MAX_QUOTE = 300;

/** A candidate with its lines worked out. */
export interface PlacedCandidate {
  readonly registered: RegisteredRule;
  readonly candidate: Candidate;
  readonly span: LineSpan;
  readonly decision: LineSpan;
  readonly shownUntil: number;
  readonly hindsight: readonly Hindsight[];
  readonly evidence: readonly Citation[];
}

export function placeCandidate(registered: RegisteredRule, candidate: Candidate): PlacedCandidate {
  const { decision, mark = decision } = candidate;
  const decided = toSpan(decision.from, decision.to);
  return {
    registered,
    candidate,
    span: toSpan(mark.from, mark.to),
    decision: decided,
    shownUntil: decided.end,
    // What stands on a line the judge sees is no hindsight.
    hindsight: (candidate.hindsight ?? []).map(toHindsight).filter(({ start }) => start > decided.end),
    evidence: candidate.evidence.map(({ place, quote }) => ({ line: place.line, quote: cutQuote(quote) })),
  };
}

function toSpan(from: Place, to: Place = from): LineSpan {
  const start = Math.min(from.line, to.line);
  return { start, end: Math.min(Math.max(from.line, to.line), start + MAX_SPAN - 1) };
}

export function toHindsight({ place, to, quote }: Cited): Hindsight {
  return { ...toSpan(place, to), quote: cutQuote(quote) };
}

export function cutQuote(text: string, most = MAX_QUOTE): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1).trimEnd()}…` : line;
}
