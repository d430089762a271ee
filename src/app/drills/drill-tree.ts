/** The exported tree of a drill: one folder that is now with the bug, now without. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DrillFile } from '../../model/drill.ts';
import type { Limits } from '../../probes/limits/limits.ts';
import { SUITE_LIMITS } from '../../probes/limits/limits.ts';
import type { Sandbox } from '../../probes/sandbox/find-sandbox.ts';
import type { Suite } from '../../probes/suites/detect-suite.ts';
import { judgeProbe } from '../../probes/suites/judge-probe.ts';
import { narrowSuite } from '../../probes/suites/narrow-suite.ts';
import { runSuite } from '../../probes/suites/run-suite.ts';

export type Side = 'broken' | 'fixed';

/** A suite that runs longer than this is no drill. */
const DRILL_LIMITS: Limits = { ...SUITE_LIMITS, seconds: 180 };

export interface SideRun {
  readonly finding: 'failed' | 'passed' | 'could-not-run';
  /** It was ended by its limit of time. */
  readonly isTooLong: boolean;
  /** Sorted, so that two runs can be compared. */
  readonly failingTests: readonly string[];
  readonly output: string;
}

export interface DrillTree {
  readonly folder: string;
  readonly suite: Suite;
  readonly sandbox: Sandbox;
  readonly signal?: AbortSignal;
  /** Told how long every run took, in milliseconds. */
  readonly onRun?: (duration: number) => void;
}

/** Leaves the files as they were asked for: every run says which it wants. */
export function writeSide({ folder }: Pick<DrillTree, 'folder'>, files: readonly Pick<DrillFile, 'path' | 'broken' | 'fixed'>[], side: Side): void {
  for (const file of files) writeFileSync(join(folder, file.path), file[side]);
}

/** Runs some of the suite's files, or all where none are named; null for the suite as it is. Only a test that ran and failed counts as a failure. */
export async function runTests(
  { folder, suite, sandbox, signal, onRun }: DrillTree,
  tests: readonly string[] | null,
  onOutput?: (text: string) => void,
): Promise<SideRun> {
  const { run, failingTests } = await runSuite(sandbox, folder, tests === null ? suite : narrowSuite(suite, tests), {
    limits: DRILL_LIMITS,
    ...(signal ? { signal } : {}),
    ...(onOutput ? { onOutput } : {}),
  });
  onRun?.(run.durationMs);
  const judged = judgeProbe(run, suite.framework);
  const finding = judged.finding === 'could-not-run' ? judged.finding : judged.finding === 'demonstrated' ? 'failed' : 'passed';
  return { finding, isTooLong: run.stoppedBy === 'time', failingTests: failingTests.toSorted(), output: run.output };
}

export const agree = (one: SideRun, other: SideRun): boolean => one.finding === other.finding && one.failingTests.join('\n') === other.failingTests.join('\n');
