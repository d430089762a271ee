import { readFileSync, statSync } from 'node:fs';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { describeSystemError } from '../../sources/find-transcripts.ts';
import type { ChangedFile } from './changed-file.ts';
import { findInDiff, type CodeFinding } from './find-in-diff.ts';
import { parsePatch } from './parse-patch.ts';
import { readRange } from './read-range.ts';

export interface DiffScanRequest {
  /** `BASE..HEAD`, `BASE...HEAD` or `COMMIT^!`; the path of a patch; `-` for a patch on standard input. */
  readonly diff: string;
  /** Where the commits are: a folder in the repository. */
  readonly folder: string;
  /** Also what rules are unsure of, and rules that are held back. */
  readonly all: boolean;
}

export interface ScannedDiff {
  readonly findings: readonly CodeFinding[];
  readonly files: number;
  readonly seconds: number;
}

/** What rules on code find in plain commits or a patch: no session, no journal, no network. */
export async function scanDiff({ diff, folder, all }: DiffScanRequest): Promise<Result<ScannedDiff, Problem>> {
  const begun = performance.now();
  const read = await readDiff(diff, folder);
  if (!read.ok) return read;
  const findings = findInDiff(read.value, { all });
  return ok({ findings, files: read.value.length, seconds: (performance.now() - begun) / 1000 });
}

const STANDARD_INPUT = 0;
const NAMES_COMMITS = /\.\.|\^[!@-]/;

function readDiff(diff: string, folder: string): Result<readonly ChangedFile[], Problem> | Promise<Result<readonly ChangedFile[], Problem>> {
  if (diff === '-') return readPatch('standard input', STANDARD_INPUT);
  if (statSync(diff, { throwIfNoEntry: false })?.isFile()) return readPatch(diff, diff);
  if (NAMES_COMMITS.test(diff)) return readRange(folder, diff);
  return failed(
    problem('wrong-usage', 'There is no such patch, and this names no range of commits.', {
      why: `--diff was given: ${diff}`,
      next: 'Give BASE..HEAD, the path of a patch, or - for one on standard input.',
    }),
  );
}

function readPatch(name: string, source: string | number): Result<readonly ChangedFile[], Problem> {
  let text: string;
  try {
    text = readFileSync(source, 'utf8');
  } catch (error) {
    return failed(problem('bad-input', `The patch could not be read: ${name}`, { why: describeSystemError(error) }));
  }
  const files = parsePatch(text);
  return files ? ok(files) : failed(problem('bad-input', `This is no patch: ${name}`, { next: 'Give what `git diff` or `diff -u` prints.' }));
}
