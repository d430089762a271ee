/** Small commits that say they mend something, newest first, with what they change. */
import type { Problem } from '../../model/problem.ts';
import { ok, type Result } from '../../model/result.ts';
import { languageOfFile } from '../../moments/facts/edits/file-language.ts';
import { roleOfFile } from '../../moments/facts/edits/file-role.ts';
import { runGit } from '../../sources/git/run-git.ts';
import type { ChangedFile } from '../scan-diff/changed-file.ts';
import { readRange } from '../scan-diff/read-range.ts';
import type { Refusal } from './verify-bug.ts';

export interface LoggedCommit {
  readonly commit: string;
  readonly parent: string;
  readonly subject: string;
  /** Why it is no candidate, from its message and its numbers alone; null for one that is. */
  readonly refusal: Refusal | null;
}

export const MOST_CHANGED_LINES = 30;
export const MOST_CHANGED_FILES = 3;
const CALLS_ITSELF_A_FIX =
  /\b(?:fix(?:e[sd]|ing)?|bug(?:fix)?|correct(?:s|ed|ly)?|repair(?:s|ed)?|mend(?:s|ed)?|regression|wrong(?:ly)?|crash(?:es|ed)?|resolve[sd]?)\b/i;

export const isProduct = (path: string): boolean => roleOfFile(path) === 'product' && languageOfFile(path) !== null;
export const isTest = (path: string): boolean => roleOfFile(path) === 'test';

/** @param most how many commits to look back */
export async function listCommits(root: string, most: number): Promise<Result<LoggedCommit[], Problem>> {
  const printed = await runGit(root, ['log', '--no-merges', `--max-count=${most}`, '--no-renames', '--numstat', '--format=%x1e%H%x1f%P%x1f%s%x1f']);
  if (!printed.ok) return printed;
  return ok(
    printed.value
      .split('\u001e')
      .slice(1)
      .flatMap((entry): LoggedCommit[] => {
        const [commit = '', parent = '', subject = '', numbers = ''] = entry.split('\u001f');
        // The first commit has nothing it could mend.
        return parent === '' ? [] : [{ commit, parent, subject, refusal: refuseByNumbers(subject, numbers) }];
      }),
  );
}

function refuseByNumbers(subject: string, numbers: string): Refusal | null {
  if (!CALLS_ITSELF_A_FIX.test(subject)) return 'not called a fix';
  const files = numbers.split('\n').flatMap((line) => {
    const [added, removed, path] = line.split('\t');
    return path !== undefined && isProduct(path) ? [Number(added) + Number(removed)] : [];
  });
  if (files.length === 0) return 'changes no code that is tested';
  const lines = files.reduce((sum, count) => sum + count, 0);
  return files.length > MOST_CHANGED_FILES || lines > MOST_CHANGED_LINES ? 'too large' : null;
}

export type ReadFix =
  | { readonly refusal: Refusal }
  | {
      readonly refusal: null;
      readonly product: readonly (ChangedFile & { readonly before: string; readonly after: string })[];
      readonly tests: readonly string[];
    };

/** What a candidate changes: product files with both texts, and the tests that came with it. */
export async function readFix(root: string, { parent, commit }: LoggedCommit): Promise<Result<ReadFix, Problem>> {
  const read = await readRange(root, `${parent}..${commit}`);
  if (!read.ok) return read;
  const changed = read.value.filter(({ path }) => isProduct(path));
  const product = changed.flatMap((file) => {
    const { before, after } = file;
    return file.change === 'update' && before !== undefined && after !== undefined ? [{ ...file, before, after }] : [];
  });
  if (product.length === 0 || product.length < changed.length) return ok({ refusal: 'adds, moves or removes a file' });
  const tests = read.value.filter(({ path, change }) => isTest(path) && change !== 'delete').map(({ path }) => path);
  return ok({ refusal: null, product, tests });
}
