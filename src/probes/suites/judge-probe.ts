import { stripVTControlCharacters } from 'node:util';
import type { ProbeRun } from '../../model/probe-run.ts';
import { failedToLaunch } from '../../moments/facts/runs/failed-to-launch.ts';
import type { Framework } from './detect-suite.ts';

/** What a run of a probe shows. `why` where it shows nothing. */
export type ProbeJudgement =
  | { readonly finding: 'demonstrated' | 'not-demonstrated'; readonly why: null }
  | { readonly finding: 'could-not-run'; readonly why: string };

const nothing = (why: string): ProbeJudgement => ({ finding: 'could-not-run', why });

/**
 * A probe that could not be loaded fails as loudly as one that found something: only a test that ran and failed demonstrates. A
 * plain script demonstrates with any exit code but 0, once it could be read and found what it imports.
 */
export function judgeProbe(run: ProbeRun, framework: Framework | null): ProbeJudgement {
  if (run.outcome === 'could-not-run') return nothing(run.why ?? 'It could not be started.');
  if (run.outcome === 'stopped')
    return nothing(run.stoppedBy === 'cancelled' ? 'It was stopped before its end.' : `It was stopped: too much ${run.stoppedBy}.`);
  const lines = stripVTControlCharacters(run.output)
    .split('\n')
    .map((line) => line.trim());
  if (run.outcome === 'failed' && failedToLaunch(lines, run.exitCode)) return nothing('What starts it is not there, or does not know how.');
  if (run.outcome === 'failed' && neverLoaded(lines, framework)) return nothing('The probe could not be loaded, so nothing was tried: see its output.');
  if (framework !== null && !hasRun(lines, run, framework)) return nothing('No test was run: the framework found none in the probe, or could not load it.');
  return { finding: run.outcome === 'passed' ? 'not-demonstrated' : 'demonstrated', why: null };
}

const SYNTAX = /^(?:SyntaxError|IndentationError|TabError)\b/;
const LOADING =
  /^(?:ModuleNotFoundError|ImportError)\b|^\[?(?:ERR_MODULE_NOT_FOUND|ERR_UNKNOWN_FILE_EXTENSION|ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX)\b|code: '(?:ERR_MODULE_NOT_FOUND|MODULE_NOT_FOUND|ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX)'|^error(?:\[E\d+\])?: could not compile|\[(?:build|setup) failed\]$|: [Ss]yntax error\b/;
/** As node:test names a file that could not be loaded: it counts as one failed test. */
const FAILED_FILE = /^(?:✖|not ok \d+ -) \S+\.[cm]?[jt]sx?(?: \(|$)/;

/** Code that runs may meet such an error in what it tries; then other tests are counted, or this one by its name. */
function neverLoaded(lines: readonly string[], framework: Framework | null): boolean {
  if (!lines.some((line, at) => LOADING.test(line) || (SYNTAX.test(line) && isWhileReading(lines, at)))) return false;
  return framework === null || framework === 'go test' || framework === 'cargo test' || lines.some((line) => FAILED_FILE.test(line));
}

/** A program that parses text may fail with a syntax error of that text: then frames of the program follow it, or come before. */
function isWhileReading(lines: readonly string[], at: number): boolean {
  const frames = lines.slice(at + 1).filter((line) => line.startsWith('at '));
  return frames.every((frame) => /\bnode:/.test(frame)) && !lines.includes('Traceback (most recent call last):');
}

/** What a framework prints of tests that ran, failed and passed. Skipped ones show nothing. */
const RAN: Readonly<Record<Framework, { readonly failed: RegExp; readonly passed: RegExp }>> = {
  vitest: { failed: /^Tests\s+(?:.*\s)?\d+ failed\b/, passed: /^Tests\s+(?:.*\s)?\d+ passed\b/ },
  jest: { failed: /^Tests:\s+(?:.*\s)?\d+ failed\b/, passed: /^Tests:\s+(?:.*\s)?\d+ passed\b/ },
  // A file without tests is one that passes, named after the file.
  'node:test': { failed: /^(?:ℹ|#) fail [1-9]/, passed: /^(?:✔|ok \d+ -) (?!\S+\.[cm]?[jt]sx?(?: \(|$))/ },
  pytest: { failed: /\b\d+ failed\b.* in /, passed: /\b\d+ passed\b.* in / },
  'go test': { failed: /^(?:--- FAIL: |panic: )/, passed: /^--- PASS: / },
  'cargo test': { failed: /^test result: FAILED\..* [1-9]\d* failed/, passed: /^test result: ok\. [1-9]\d* passed/ },
};

function hasRun(lines: readonly string[], { outcome }: ProbeRun, framework: Framework): boolean {
  const said = RAN[framework][outcome === 'passed' ? 'passed' : 'failed'];
  return lines.some((line) => said.test(line));
}
