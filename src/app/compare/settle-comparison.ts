/** Seals a judgement, and only then runs the checks and reveals whose output was which. */
import { existsSync } from 'node:fs';
import type { Comparison, ComparisonJudgement } from '../../model/comparison.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { sealComparison } from '../../rounds/comparison/check-judgement.ts';
import type { App } from '../app.ts';
import { checkOutputs } from './check-outputs.ts';

export interface SettleRequest {
  /** The beginning of its id. */
  readonly id: string;
  readonly judgement: Omit<ComparisonJudgement, 'sealedAt'>;
  /** Tests that nobody saw: copied over each output after the repository's own have run. */
  readonly hidden?: string;
  readonly onProgress?: (what: string) => void;
  readonly signal?: AbortSignal;
}

export function findComparison({ journal }: App, start: string): Result<Comparison, Problem> {
  const [one, ...others] = start === '' ? [] : journal.comparisons.find(start);
  if (!one) return failed(problem('not-found', `There is no comparison ${start}.`, { next: 'rounds compare --list names them.' }));
  return others.length === 0 ? ok(one) : failed(problem('wrong-usage', `Several comparisons begin with ${start}.`));
}

/** Seals a judgement for good; the checks are still to run. */
export function sealRanking(app: App, id: string, judgement: SettleRequest['judgement']): Result<Comparison, Problem> {
  const found = findComparison(app, id);
  if (!found.ok) return found;
  const sealed = sealComparison(found.value, { ...judgement, sealedAt: app.clock().toISOString() });
  if (!sealed.ok) return sealed;
  return app.journal.comparisons.update(sealed.value, 'drawn') ? sealed : failed(problem('conflict', 'This comparison was sealed meanwhile.'));
}

export async function settleComparison(app: App, { id, judgement, hidden, onProgress, signal }: SettleRequest): Promise<Result<Comparison, Problem>> {
  if (hidden !== undefined && !existsSync(hidden)) return failed(problem('bad-input', `There is no folder ${hidden} with hidden tests.`));
  const sealed = sealRanking(app, id, judgement);
  if (!sealed.ok) return sealed;
  return reveal(app, sealed.value, { ...(hidden === undefined ? {} : { hidden }), ...(onProgress ? { onProgress } : {}), ...(signal ? { signal } : {}) });
}

/** Runs the checks of a sealed comparison, also one whose checks were stopped before. */
export async function reveal(
  app: App,
  sealed: Comparison,
  { hidden, onProgress, signal }: Omit<SettleRequest, 'id' | 'judgement'>,
): Promise<Result<Comparison, Problem>> {
  if (sealed.state !== 'sealed')
    return failed(problem('conflict', sealed.state === 'drawn' ? 'Nothing is sealed yet: judge first.' : 'This comparison is revealed already.'));
  const results = await checkOutputs(sealed, {
    ...(hidden === undefined ? {} : { hidden }),
    ...(onProgress ? { onProgress } : {}),
    ...(signal ? { signal } : {}),
  });
  if (!results.ok) return results;
  if (results.value === null)
    return failed(problem('conflict', 'The checks were stopped. Your judgement is sealed.', { next: `rounds compare --reveal ${sealed.id} runs them again.` }));
  const revealed: Comparison = { ...sealed, state: 'revealed', results: results.value };
  app.journal.comparisons.update(revealed, 'sealed');
  return ok(revealed);
}
