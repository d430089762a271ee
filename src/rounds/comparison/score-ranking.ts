import type { CheckResult } from '../../model/comparison.ts';
import type { Ranking, RankingScore } from '../../model/team/shared-comparison.ts';
import { passesAll, resolveComparison } from './resolve-comparison.ts';

/** How a ranking did against the checks, output by output. Who knew the end has no score that could count for calibration. */
export function scoreRanking(ranking: Ranking, results: readonly CheckResult[]): RankingScore {
  const resolved = resolveComparison({ judgement: { ...ranking, sealedAt: '' }, results: [...results] });
  const outputs = ranking.ranking.toSorted().map((letter) => {
    const result = results.find((one) => one.letter === letter);
    const passes = result ? passesAll(result) : null;
    const probability = ranking.passes[letter] ?? 50;
    return { letter, probability, passes, brier: passes === null || ranking.knewOutcome ? null : (probability / 100 - (passes ? 1 : 0)) ** 2 };
  });
  return {
    brier: ranking.knewOutcome ? null : (resolved?.brier ?? null),
    bestPasses: resolved?.bestPasses ?? null,
    pairs: resolved?.pairs ?? { right: 0, of: 0 },
    outputs,
  };
}
