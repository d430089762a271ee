/** Whether a finished run passed: its exit status where that can be trusted, and what it printed. */
import type { CallOutcome } from '../../../model/event.ts';
import type { Failure, RunClass, RunStatus } from '../facts.ts';
import type { ReadCommand } from '../shell/read-commands.ts';
import { programName } from '../shell/unwrap-command.ts';
import { failedToLaunch } from './failed-to-launch.ts';
import { findCulprit } from './find-culprit.ts';
import { isSilentWhenGreen, readCheckResult, readTestRed } from './read-check-result.ts';
import { outputLines } from './output-lines.ts';
import { readFailure } from './read-failure.ts';
import { readTestSummary, type TestSummary } from './read-test-summary.ts';

export interface RunEvidence {
  readonly class: RunClass;
  readonly commands: readonly ReadCommand[];
  readonly masked: boolean;
  readonly outcome: CallOutcome | null;
  readonly exitCode: number | null;
  readonly output: string;
}

export interface RunResult {
  /** The run's class, or that of the command which really decided: see `findCulprit` and `failedToLaunch`. */
  readonly class: RunClass;
  readonly status: RunStatus;
  readonly failure: Failure | null;
  readonly passedTests: number | null;
  readonly failedTests: number | null;
}

const VERIFYING: ReadonlySet<RunClass> = new Set(['test', 'build', 'type-check', 'lint', 'format']);

export function settleRun(run: RunEvidence): RunResult {
  const unfinished = unfinishedStatus(run.outcome);
  if (unfinished !== null) return { class: run.class, status: unfinished, failure: null, passedTests: null, failedTests: null };
  const verifying = VERIFYING.has(run.class);
  const lines = verifying || isRed(run) ? outputLines(run.output) : [];
  const summary = run.class === 'test' || run.class === 'build' ? readTestSummary(lines) : null;
  const status = decideStatus(run, lines, summary);
  const decided = status === 'failed' && verifying ? decidedClass(run, lines, summary) : run.class;
  return {
    class: decided,
    status,
    failure: status === 'failed' ? readFailure(lines, decided) : null,
    passedTests: summary?.passed ?? null,
    failedTests: summary?.failed ?? null,
  };
}

function decidedClass(run: RunEvidence, lines: readonly string[], summary: TestSummary | null): RunClass {
  return summary === null && failedToLaunch(lines, run.exitCode) ? 'other' : findCulprit(run, lines, summary);
}

function unfinishedStatus(outcome: CallOutcome | null): RunStatus | null {
  if (outcome === null) return 'unknown';
  return outcome === 'refused' || outcome === 'interrupted' || outcome === 'running' ? outcome : null;
}

const isRed = (run: RunEvidence): boolean => run.outcome === 'failed' || (run.exitCode !== null && run.exitCode !== 0);

function decideStatus(run: RunEvidence, lines: readonly string[], summary: TestSummary | null): RunStatus {
  const told = toldExitCode(run, lines);
  if (told !== null) return told === 0 ? 'passed' : 'failed';
  if (isRed(run)) return isAnswerNotFailure(run) ? 'passed' : 'failed';
  if (!VERIFYING.has(run.class)) return 'passed';
  if (summary?.failed) return 'failed';
  if (!run.masked) return 'passed';
  if (summary !== null && (summary.failed === 0 || summary.passed !== null)) return readsRed(run, lines) ? 'failed' : 'passed';
  if (run.class === 'test') return readTestRed(lines) || failedToLaunch(lines, run.exitCode) ? 'failed' : 'unknown';
  const result = readCheckResult(lines);
  if (result !== null) return result;
  const silent = lines.every((line) => line.trim() === '' || /^\$ |^> /.test(line) || /completed with no output|no output/i.test(line));
  return silent && isSilentWhenGreen(run.class) && !filtersOutput(run.commands) ? 'passed' : 'unknown';
}

/** A green test summary beside a build that broke: `tsc && vitest` behind one pipe. */
const readsRed = (run: RunEvidence, lines: readonly string[]): boolean => run.class === 'build' && readCheckResult(lines) === 'failed';

/** A line that prints `$?` at its end tells the status that it hides. */
function toldExitCode(run: RunEvidence, lines: readonly string[]): number | null {
  const last = run.commands.at(-1);
  if (last === undefined || programName(last.words[0]) !== 'echo' || !last.words.some((word) => /\$(?:\?|\{?PIPESTATUS)/.test(word))) return null;
  // `cmd | tail; echo $?` prints the status of `tail`.
  if (run.commands.at(-2)?.joinedBy === '|' && !last.words.some((word) => word.includes('PIPESTATUS'))) return null;
  const printed = /(\d{1,3})\W*$/.exec(lines.findLast((line) => line.trim() !== '') ?? '');
  return printed === null ? null : Number(printed[1]);
}

/** Exit 1 of these is an answer ("no match", "they differ", "no such process"), not a failure. */
const ASKING = new Set([
  'grep',
  'egrep',
  'fgrep',
  'rg',
  'ag',
  'ack',
  'diff',
  'cmp',
  'test',
  '[',
  '[[',
  'which',
  'command',
  'pgrep',
  'pkill',
  'lsof',
  'type',
  'fuser',
]);

function isAnswerNotFailure(run: RunEvidence): boolean {
  if (run.exitCode !== 1 || VERIFYING.has(run.class)) return false;
  const last = run.commands.at(-1);
  if (last === undefined) return false;
  const name = programName(last.words[0]);
  return (
    ASKING.has(name) ||
    (name === 'git' &&
      (last.words.includes('grep') || last.words.includes('--exit-code') || last.words.includes('--quiet') || last.words.includes('check-ignore')))
  );
}

/** `| grep x` leaves lines out: what it does not show may still have been there. */
const filtersOutput = (commands: readonly ReadCommand[]): boolean =>
  commands.some((command) => command.joinedBy === '|' && /^(?:grep|egrep|rg|awk|sed)$/.test(programName(command.words[0])));
