/** Seals a judgement, and only then runs the checks and reveals whose output was which. */
import { cpSync, existsSync } from 'node:fs';
import type { CheckResult, ComparedOutput, Comparison, ComparisonJudgement } from '../../model/comparison.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { findSandbox, type Sandbox } from '../../probes/sandbox/find-sandbox.ts';
import { detectSuite } from '../../probes/suites/detect-suite.ts';
import { runSuite, type SuiteRun } from '../../probes/suites/run-suite.ts';
import { exportTree } from '../../probes/tree/export-tree.ts';
import { sealComparison } from '../../rounds/comparison/check-judgement.ts';
import type { App } from '../app.ts';

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

export async function settleComparison(app: App, { id, judgement, hidden, onProgress, signal }: SettleRequest): Promise<Result<Comparison, Problem>> {
  const found = findComparison(app, id);
  if (!found.ok) return found;
  if (hidden !== undefined && !existsSync(hidden)) return failed(problem('bad-input', `There is no folder ${hidden} with hidden tests.`));
  const sealed = sealComparison(found.value, { ...judgement, sealedAt: app.clock().toISOString() });
  if (!sealed.ok) return sealed;
  if (!app.journal.comparisons.update(sealed.value, 'drawn')) return failed(problem('conflict', 'This comparison was sealed meanwhile.'));
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
  const sandbox = await findSandbox();
  const results: CheckResult[] = [];
  for (const output of sealed.outputs) {
    onProgress?.(`checking ${output.letter}`);
    const result = await check(sealed.repository, output, sandbox, { ...(hidden === undefined ? {} : { hidden }), ...(signal ? { signal } : {}) });
    if (signal?.aborted)
      return failed(
        problem('conflict', 'The checks were stopped. Your judgement is sealed.', { next: `rounds compare --reveal ${sealed.id} runs them again.` }),
      );
    if (!result.ok) return result;
    results.push(result.value);
  }
  const revealed: Comparison = { ...sealed, state: 'revealed', results };
  app.journal.comparisons.update(revealed, 'sealed');
  return ok(revealed);
}

async function check(
  root: string,
  { letter, commit }: ComparedOutput,
  sandbox: Sandbox,
  { hidden, signal }: Pick<SettleRequest, 'hidden' | 'signal'>,
): Promise<Result<CheckResult, Problem>> {
  const exported = await exportTree(root, commit);
  if (!exported.ok) return exported;
  const { folder, remove } = exported.value;
  try {
    const run = async (): Promise<SuiteRun | null> => {
      const { suite } = await detectSuite(folder, root);
      return suite && runSuite(sandbox, folder, suite, signal ? { signal } : {});
    };
    const own = await run();
    let unseen: SuiteRun | null | undefined;
    if (hidden !== undefined) {
      cpSync(hidden, folder, { recursive: true });
      unseen = await run();
    }
    return ok({
      letter,
      passed: toPassed(own),
      failingTests: [...(own?.failingTests ?? [])],
      ...(unseen === undefined ? {} : { hidden: { passed: toPassed(unseen), failingTests: [...(unseen?.failingTests ?? [])] } }),
      command: own?.run.command ?? unseen?.run.command ?? '',
      durationMs: (own?.run.durationMs ?? 0) + (unseen?.run.durationMs ?? 0),
    });
  } finally {
    remove();
  }
}

/** A suite that hangs or eats all memory does not pass. */
const toPassed = (suite: SuiteRun | null): boolean | null =>
  suite === null || suite.run.outcome === 'could-not-run' || suite.run.stoppedBy === 'cancelled' ? null : suite.run.outcome === 'passed';
