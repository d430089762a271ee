/** What a build, type check, lint or test says about itself where its exit status cannot be trusted or is not known. */
import type { RunClass } from '../facts.ts';

const LONGEST_LINE = 600;

const RED: readonly RegExp[] = [
  /\berror TS\d+:/,
  /^Found [1-9]\d* errors?\b/,
  /✖ \d+ problems? \([1-9]\d* errors?/,
  /^(?:error|ERROR)(?:\[E?\w+\])?: /,
  /^error: (?:script|could not compile|command)/,
  /^\[ERROR\] (?:BUILD FAILURE|COMPILATION ERROR)/,
  /\bBUILD (?:FAILED|FAILURE)\b/,
  /^npm (?:ERR!|error) (?:code|Lifecycle|command)/,
  /\bELIFECYCLE\b/,
  /exited with code [1-9]\d*/,
  /^FAIL(?:ED)?\b/,
  /^--- FAIL: /,
  /^make(?:\[\d+\])?: \*\*\* /,
  /^Traceback \(most recent call last\):$/,
  /^(?:SyntaxError|TypeError|ReferenceError|ModuleNotFoundError|ImportError|NameError): /,
  /^panic: /,
  /^(?:\S+:)?\d+:\d+:? +error\b/,
  /^\S+\(\d+,\d+\): error /,
  /^Build FAILED\.$/,
  /: command not found$/,
  /^\s*×? ?Some errors were emitted while (?:running|applying)/,
];

const GREEN: readonly RegExp[] = [
  /^BUILD SUCCESS(?:FUL)?\b/,
  /^\[INFO\] BUILD SUCCESS$/,
  /^Success: no issues found/,
  /^All checks passed!/,
  /^0 errors, 0 warnings/,
  /^Found 0 (?:warnings and 0 )?errors\b/,
  /^Checked \d+ files? in .*(?:No fixes applied|Fixed \d+ files?)\.?$/,
  /^✓? ?built in [\d.]+m?s/,
  /Compiled successfully/,
  /^Build succeeded\.?/,
  /^\s*Finished `?\w+`? (?:profile|\[)/,
  /^All matched files use Prettier code style!/,
  /^webpack [\d.]+ compiled successfully/,
  /^✔ No ESLint warnings or errors/,
  /^No (?:errors|issues|problems) found/i,
];

export type CheckResult = 'passed' | 'failed' | null;

export function readCheckResult(lines: readonly string[]): CheckResult {
  let green = false;
  for (const raw of lines) {
    if (raw.length > LONGEST_LINE) continue;
    const line = raw.trim();
    if (line === '') continue;
    if (RED.some((pattern) => pattern.test(line))) return 'failed';
    green ||= GREEN.some((pattern) => pattern.test(line));
  }
  return green ? 'passed' : null;
}

/** Checkers that print nothing when all is well: nothing at all from them means that they passed. */
export const isSilentWhenGreen = (runClass: RunClass): boolean => runClass === 'type-check';

/** What only a failing test run prints. General error lines do not count: tests that pass print errors on purpose. */
const TEST_RED =
  /^(?:--- FAIL: |FAIL\s+\S|FAILED \S+::|\(fail\) |not ok \d|test \S+ \.\.\. FAILED|error: script "[\w:-]+" exited with code [1-9]|Test Files\s+\d+ failed|Tests failed|# Subtest: .*failed|npm error Lifecycle script `test` failed|error: could not compile|.*\bBUILD FAIL(?:ED|URE)\b)/;

export const readTestRed = (lines: readonly string[]): boolean => lines.some((line) => line.length <= LONGEST_LINE && TEST_RED.test(line.trim()));
