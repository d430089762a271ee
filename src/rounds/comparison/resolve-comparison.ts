import type { CheckResult, Comparison } from '../../model/comparison.ts';

export interface ResolvedComparison {
  /** Mean Brier score (G. W. Brier, 1950) over the outputs whose checks ran: 0 is best, 0.25 is what 50 % always earns. Null where none ran. */
  readonly brier: number | null;
  /** Whether the output ranked first passes; null where its checks did not run. */
  readonly bestPasses: boolean | null;
  /** Pairs of one that passes and one that does not, and in how many of them the passing one is ranked higher. */
  readonly pairs: { readonly right: number; readonly of: number };
}

/** How a sealed judgement did against the checks. */
export function resolveComparison({ judgement, results }: Pick<Comparison, 'judgement' | 'results'>): ResolvedComparison | null {
  if (!judgement) return null;
  const settled = results.flatMap((result) => {
    const passes = passesAll(result);
    return passes === null ? [] : [{ letter: result.letter, passes }];
  });
  const scores = settled.map(({ letter, passes }) => ((judgement.passes[letter] ?? 50) / 100 - (passes ? 1 : 0)) ** 2);
  const rankOf = (letter: string): number => judgement.ranking.indexOf(letter);
  const pairs = settled.flatMap((one) => settled.filter((other) => one.passes && !other.passes).map((other) => rankOf(one.letter) < rankOf(other.letter)));
  return {
    brier: scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length,
    bestPasses: settled.find(({ letter }) => letter === judgement.ranking[0])?.passes ?? null,
    pairs: { right: pairs.filter(Boolean).length, of: pairs.length },
  };
}

/** The repository's tests and the hidden ones; null where either could not be run. */
export function passesAll({ passed, hidden }: CheckResult): boolean | null {
  if (passed === false || hidden?.passed === false) return false;
  return passed === null || hidden?.passed === null ? null : true;
}
