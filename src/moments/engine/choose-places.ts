import type { LineSpan, ScoreParts } from '../../model/moment.ts';
import type { PlacedCandidate } from './place-candidate.ts';

export interface ScoredCandidate extends PlacedCandidate {
  readonly score: ScoreParts;
  readonly question: string;
}

/** One candidate per place: a rule that supersedes another wins over it, then the better score, then the tighter span. */
export function choosePlaces<T extends ScoredCandidate>(scored: readonly T[]): T[] {
  const chosen: T[] = [];
  for (const one of scored.toSorted(byPrecedence)) {
    if (scored.some((other) => supersedes(other, one) && isSamePlace(other, one))) continue;
    if (!chosen.some((other) => isSamePlace(other, one))) chosen.push(one);
  }
  return chosen;
}

export function byPrecedence(a: ScoredCandidate, b: ScoredCandidate): number {
  return (
    b.score.total - a.score.total ||
    width(a.span) - width(b.span) ||
    a.span.start - b.span.start ||
    a.registered.rule.meta.id.localeCompare(b.registered.rule.meta.id, 'en')
  );
}

/**
 * Two candidates are of one place when their lines meet, or when they ask for one decision: by the same question, as the same
 * kind, or judged by the same later words. A message that says two things otherwise holds two decisions.
 */
function isSamePlace(a: ScoredCandidate, b: ScoredCandidate): boolean {
  if (meet(a.span, b.span)) return true;
  if (!meet(a.decision, b.decision)) return false;
  return a.question === b.question || a.registered.rule.meta.kind === b.registered.rule.meta.kind || isJudgedBySame(a, b);
}

const isJudgedBySame = ({ hindsight: a }: PlacedCandidate, { hindsight: b }: PlacedCandidate): boolean =>
  a[0] !== undefined && b[0] !== undefined && a[0].start === b[0].start;

const supersedes = (a: PlacedCandidate, b: PlacedCandidate): boolean => a.registered.rule.meta.supersedes?.includes(b.registered.rule.meta.id) ?? false;
export const meet = (a: LineSpan, b: LineSpan): boolean => a.start <= b.end && b.start <= a.end;
const width = ({ start, end }: LineSpan): number => end - start;
