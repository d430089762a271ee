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
    span: toMarked(toSpan(mark.from, mark.to), mark.to?.line ?? 0, decided),
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

/** A mark that leads up to the decision and is too wide for a moment loses its beginning, not what was decided. */
function toMarked(span: LineSpan, until: number, decided: LineSpan): LineSpan {
  const leadsThere = span.start <= decided.start && decided.start > span.end && decided.start <= until;
  return leadsThere ? { start: decided.end - MAX_SPAN + 1, end: decided.end } : span;
}

export function toHindsight({ place, to, quote }: Cited): Hindsight {
  return { ...toSpan(place, to), quote: cutQuote(quote) };
}

/** A text on one line, cut where a word ends; a sign that opens something there is no end. */
export function cutQuote(text: string, most = MAX_QUOTE): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const room = line.slice(0, most);
  const lastSpace = room.lastIndexOf(' ');
  // A word that fills half of the room is cut itself: a path, a command, a language without spaces.
  const words = lastSpace > most / 2 ? room.slice(0, lastSpace) : room.slice(0, -1).replace(/[\uD800-\uDBFF]$/, '');
  return `${closeMarks(words.replace(/[\s,;:([{“"'«—–-]+$/u, ''))}…`;
}

/** An opened code mark left alone swallows the rest of the sentence it is quoted in. */
const closeMarks = (text: string): string => ((text.match(/`/g)?.length ?? 0) % 2 === 1 ? text.replace(/`([^`]*)$/, '$1') : text);
