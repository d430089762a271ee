/** Small commits that say they mend something, newest first, with what they change. */
import type { Problem } from '../../model/problem.ts';
import { ok, type Result } from '../../model/result.ts';
import { languageOfFile } from '../../moments/facts/edits/file-language.ts';
import { roleOfFile } from '../../moments/facts/edits/file-role.ts';
import { runGit } from '../../sources/git/run-git.ts';
import type { ChangedFile } from '../scan-diff/changed-file.ts';
import { readRange } from '../scan-diff/read-range.ts';

export interface LoggedCommit {
  readonly commit: string;
  readonly parent: string;
  readonly subject: string;
  /** Of product code. */
  readonly changedFiles: number;
  readonly changedLines: number;
  readonly isCalledFix: boolean;
}

export const MOST_CHANGED_LINES = 30;
export const MOST_CHANGED_FILES = 3;
export const CALLS_ITSELF_A_FIX =
  /\b(?:fix(?:e[sd]|ing)?|bug(?:fix)?|correct(?:s|ed|ly)?|repair(?:s|ed)?|mend(?:s|ed)?|regression|wrong(?:ly)?|crash(?:es|ed)?|resolve[sd]?)\b/i;
const CLOSES_A_BUG = /\b(?:fix(?:es|ed)?|resolve[sd]?)\b:? +(?:[\w./-]+)?#\d+/i;

export const isProduct = (path: string): boolean => roleOfFile(path) === 'product' && languageOfFile(path) !== null;
export const isTest = (path: string): boolean => roleOfFile(path) === 'test';

/** @param most how many commits to look back */
export async function listCommits(root: string, most: number): Promise<Result<LoggedCommit[], Problem>> {
  const printed = await runGit(root, ['log', '--no-merges', `--max-count=${most}`, '--no-renames', '--numstat', '--format=%x1e%H%x1f%P%x1f%s%x1f%b%x1f']);
  if (!printed.ok) return printed;
  return ok(
    printed.value
      .split('\u001e')
      .slice(1)
      .flatMap((entry): LoggedCommit[] => {
        const [commit = '', parent = '', subject = '', body = '', numbers = ''] = entry.split('\u001f');
        const files = countProduct(numbers);
        // The first commit has nothing it could mend.
        if (parent === '') return [];
        const changedLines = files.reduce((sum, count) => sum + count, 0);
        const isCalledFix = CALLS_ITSELF_A_FIX.test(subject) || CLOSES_A_BUG.test(body);
        return [{ commit, parent, subject, changedFiles: files.length, changedLines, isCalledFix }];
      }),
  );
}

function countProduct(numbers: string): number[] {
  return numbers.split('\n').flatMap((line) => {
    const [added, removed, path] = line.split('\t');
    return path !== undefined && isProduct(path) ? [Number(added) + Number(removed)] : [];
  });
}

export interface ReadFix {
  /** Files of product code that the commit changed in place, with both texts. */
  readonly product: readonly (ChangedFile & { readonly before: string; readonly after: string })[];
  /** All it does to product code is to change files in place, and little of it. */
  readonly isSmall: boolean;
  readonly tests: readonly string[];
}

/** What a commit changes: product files with both texts, and the tests that came with it. */
export async function readFix(root: string, { parent, commit, changedFiles, changedLines }: LoggedCommit): Promise<Result<ReadFix, Problem>> {
  const read = await readRange(root, `${parent}..${commit}`);
  if (!read.ok) return read;
  const changed = read.value.filter(({ path }) => isProduct(path));
  const product = changed.flatMap((file) => {
    const { before, after } = file;
    return file.change === 'update' && before !== undefined && after !== undefined ? [{ ...file, before, after }] : [];
  });
  const isSmall = product.length > 0 && product.length === changed.length && changedFiles <= MOST_CHANGED_FILES && changedLines <= MOST_CHANGED_LINES;
  const tests = read.value.filter(({ path, change }) => isTest(path) && change !== 'delete').map(({ path }) => path);
  return ok({ product, isSmall, tests });
}
