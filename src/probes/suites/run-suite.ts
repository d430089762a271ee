import { stripVTControlCharacters } from 'node:util';
import type { ProbeRun } from '../../model/probe-run.ts';
import { readFailingTests } from '../../moments/facts/runs/read-failing-tests.ts';
import { SUITE_LIMITS, type Limits } from '../limits/limits.ts';
import { runInSandbox } from '../run-in-sandbox.ts';
import type { Sandbox } from '../sandbox/find-sandbox.ts';
import type { Suite } from './detect-suite.ts';

export interface SuiteRun {
  readonly run: ProbeRun;
  /** By the names the framework printed, each once. */
  readonly failingTests: readonly string[];
}

export interface SuiteRunOptions {
  readonly limits?: Limits;
  readonly onOutput?: (text: string) => void;
  readonly signal?: AbortSignal;
}

/** Runs the repository's tests on an exported tree. */
export async function runSuite(sandbox: Sandbox, tree: string, suite: Suite, { limits = SUITE_LIMITS, ...rest }: SuiteRunOptions = {}): Promise<SuiteRun> {
  const { argv, shownAs, readable, variables } = suite;
  const run = await runInSandbox(sandbox, { tree, argv, shownAs, readable, variables, limits, ...rest });
  const lines = stripVTControlCharacters(run.output)
    .split('\n')
    .map((line) => line.trim());
  return { run, failingTests: run.outcome === 'failed' ? dropShorter(readFailingTests(lines).names) : [] };
}

/** Some frameworks print a test's name twice: once alone, once after its file and suite. */
const dropShorter = (names: readonly string[]): string[] => names.filter((name) => !names.some((other) => other !== name && other.endsWith(` > ${name}`)));
