import type { Comparison, ComparisonJudgement } from '../../model/comparison.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';

/** Whether a judgement is one of this comparison: every letter ranked once and given a probability, and none sealed before. */
export function sealComparison(comparison: Comparison, judgement: ComparisonJudgement): Result<Comparison, Problem> {
  if (comparison.state !== 'drawn') return failed(problem('conflict', 'This comparison is sealed already; a judgement is never changed.'));
  const letters = comparison.outputs.map(({ letter }) => letter).sort();
  const isWhole = (given: readonly string[]): boolean => given.toSorted().join() === letters.join();
  if (!isWhole(judgement.ranking)) return failed(problem('wrong-usage', `The ranking must name each of ${letters.join(', ')} once, the best first.`));
  if (!isWhole(Object.keys(judgement.passes)))
    return failed(problem('wrong-usage', `Each of ${letters.join(', ')} needs a probability that its checks pass, from 1 to 99 %.`));
  return ok({ ...comparison, state: 'sealed', judgement });
}
