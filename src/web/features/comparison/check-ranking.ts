import { z } from 'zod';
import type { Ranking } from '../../../model/team/shared-comparison.ts';

export const rankingDraftSchema = z.object({ ranking: z.array(z.string()), passes: z.record(z.string(), z.number()), reason: z.string() });
export type RankingDraft = z.infer<typeof rankingDraftSchema>;
export const EMPTY_RANKING: RankingDraft = Object.freeze({ ranking: [], passes: {}, reason: '' });

/** What a ranking still lacks before it can be sealed, in the order of the form. */
export function findRankingGaps(letters: readonly string[], { ranking, passes, reason }: RankingDraft): string[] {
  const unsure = letters.filter((letter) => passes[letter] === undefined);
  return [
    ...(letters.every((letter) => ranking.includes(letter)) ? [] : ['rank every output']),
    ...(unsure.length > 0 ? [`say how sure you are of ${unsure.join(', ')}`] : []),
    ...(reason.trim() === '' ? ['say why the best is the best'] : []),
  ];
}

/** Null while something is missing. */
export function toRanking(letters: readonly string[], draft: RankingDraft): Ranking | null {
  if (findRankingGaps(letters, draft).length > 0) return null;
  const passes = Object.fromEntries(letters.map((letter) => [letter, draft.passes[letter] ?? 50]));
  return { ranking: draft.ranking, passes, reason: draft.reason.trim(), knewOutcome: false };
}

/** 1 to 99; undefined for an empty field. */
export function toPercent(text: string): number | undefined {
  const value = Math.round(Number(text));
  return text.trim() === '' || !Number.isFinite(value) ? undefined : Math.min(99, Math.max(1, value));
}

/** The same, without the letter; or with it at the end. */
export const toggleLetter = (ranking: readonly string[], letter: string): string[] =>
  ranking.includes(letter) ? ranking.filter((one) => one !== letter) : [...ranking, letter];
