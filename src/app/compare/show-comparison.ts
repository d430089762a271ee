import type { ComparisonList, ComparisonView } from '../../model/api/comparisons.ts';
import type { Comparison } from '../../model/comparison.ts';
import type { Problem } from '../../model/problem.ts';
import { ok, type Result } from '../../model/result.ts';
import { scoreRanking } from '../../rounds/comparison/score-ranking.ts';
import type { App } from '../app.ts';
import { findComparison } from './settle-comparison.ts';
import { showOutputs } from './show-outputs.ts';

const toCard = ({ id, repository, drawnAt, state, outputs }: Comparison): ComparisonList['comparisons'][number] => ({
  id,
  repository,
  drawnAt,
  state,
  letters: outputs.map(({ letter }) => letter),
});

/** The latest first. */
export const listComparisons = ({ journal }: Pick<App, 'journal'>): Result<ComparisonList, Problem> =>
  journal.attempt(() => ({ comparisons: journal.comparisons.list().map(toCard) }));

/** A comparison alone as it may be seen now: what is whose, and what passes, only once it is revealed. */
export async function showComparison(app: App, id: string): Promise<Result<Omit<ComparisonView, 'isChecking' | 'problem'>, Problem>> {
  const found = findComparison(app, id);
  if (!found.ok) return found;
  const shown = await showOutputs(found.value);
  if (!shown.ok) return shown;
  const { state, judgement, seed, base, outputs, results } = found.value;
  const isRevealed = state === 'revealed';
  return ok({
    ...toCard(found.value),
    outputs: shown.value,
    judgement,
    truth: isRevealed ? { seed, base, outputs, results } : null,
    score: isRevealed && judgement ? scoreRanking({ ...judgement, knewOutcome: false }, results) : null,
  });
}
