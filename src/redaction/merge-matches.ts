import type { Match } from './match.ts';

/** Matches in order, those that overlap made one. The first given of an overlap names it: detectors are called from the surest to the widest. */
export function mergeMatches(matches: readonly Match[]): Match[] {
  const ranked = matches.map((match, rank) => ({ match, rank })).sort((a, b) => a.match.start - b.match.start || b.match.end - a.match.end);
  const merged: { match: Match; rank: number }[] = [];
  for (const { match, rank } of ranked) {
    const last = merged.at(-1);
    if (last === undefined || match.start >= last.match.end) {
      merged.push({ match, rank });
      continue;
    }
    const namer = rank < last.rank ? match : last.match;
    merged[merged.length - 1] = {
      match: { kind: namer.kind, start: last.match.start, end: Math.max(last.match.end, match.end) },
      rank: Math.min(rank, last.rank),
    };
  }
  return merged.map(({ match }) => match);
}
