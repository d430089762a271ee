import type { Comparison, ComparisonJudgement } from '../../model/comparison.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';

/** Whether a judgement is one of this comparison: every letter ranked once and given a probability, and none sealed before. */
export function sealComparison(comparison: Comparison, judgement: ComparisonJudgement): Result<Comparison, Problem> {
  if (comparison.state !== 'drawn') return failed(problem('conflict', 'This comparison is sealed already; a judgement is never changed.'));
  const refusal = whyNotWhole(
    comparison.outputs.map(({ letter }) => letter),
    judgement,
  );
  return refusal ? failed(refusal) : ok({ ...comparison, state: 'sealed', judgement });
}

/** Null where every letter is ranked once and given a probability. */
export function whyNotWhole(letters: readonly string[], { ranking, passes }: Pick<ComparisonJudgement, 'ranking' | 'passes'>): Problem | null {
  const wanted = letters.toSorted();
  const isWhole = (given: readonly string[]): boolean => given.toSorted().join() === wanted.join();
  if (!isWhole(ranking)) return problem('wrong-usage', `The ranking must name each of ${wanted.join(', ')} once, the best first.`);
  return isWhole(Object.keys(passes)) ? null : problem('wrong-usage', `Each of ${wanted.join(', ')} needs a probability that its checks pass, from 1 to 99 %.`);
}
