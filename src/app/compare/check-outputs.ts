import { cpSync } from 'node:fs';
import type { CheckResult, ComparedOutput, Comparison } from '../../model/comparison.ts';
import type { Problem } from '../../model/problem.ts';
import { ok, type Result } from '../../model/result.ts';
import { findSandbox, type Sandbox } from '../../probes/sandbox/find-sandbox.ts';
import { detectSuite } from '../../probes/suites/detect-suite.ts';
import { runSuite, type SuiteRun } from '../../probes/suites/run-suite.ts';
import { exportTree } from '../../probes/tree/export-tree.ts';

export interface CheckOptions {
  /** Tests that nobody saw: copied over each output after the repository's own have run. */
  readonly hidden?: string;
  readonly onProgress?: (what: string) => void;
  readonly signal?: AbortSignal;
}

/** Runs the repository's tests on each output, and then the hidden ones; null where it was stopped. */
export async function checkOutputs(
  { repository, outputs }: Comparison,
  { hidden, onProgress, signal }: CheckOptions,
): Promise<Result<CheckResult[] | null, Problem>> {
  const sandbox = await findSandbox();
  const results: CheckResult[] = [];
  for (const output of outputs) {
    onProgress?.(`checking ${output.letter}`);
    const result = await check(repository, output, sandbox, { ...(hidden === undefined ? {} : { hidden }), ...(signal ? { signal } : {}) });
    if (signal?.aborted) return ok(null);
    if (!result.ok) return result;
    results.push(result.value);
  }
  return ok(results);
}

async function check(
  root: string,
  { letter, commit }: ComparedOutput,
  sandbox: Sandbox,
  { hidden, signal }: Pick<CheckOptions, 'hidden' | 'signal'>,
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
