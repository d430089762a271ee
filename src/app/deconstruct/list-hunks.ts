import { createHash } from 'node:crypto';
import type { Hunk } from '../../model/hunk.ts';
import type { Problem } from '../../model/problem.ts';
import { ok, type Result } from '../../model/result.ts';
import { roleOfFile } from '../../moments/facts/edits/file-role.ts';
import { rateHunk } from '../../rounds/deconstruction/rank-hunks.ts';
import { splitHunk } from '../../rounds/deconstruction/split-hunk.ts';
import { findInDiff } from '../scan-diff/find-in-diff.ts';
import type { ChangedFile } from '../scan-diff/changed-file.ts';
import { readRange } from '../scan-diff/read-range.ts';

/** A hunk of product code that can be taken out, with the file as the change left it. */
export interface RankedHunk {
  readonly id: string;
  readonly path: string;
  readonly hunk: Hunk;
  readonly after: string;
  readonly risk: number;
  readonly reasons: readonly string[];
}

/** Hunks of product code in a range of commits, the riskiest first. Tests, documents and generated files are what others are judged by. */
export async function listHunks(root: string, range: string): Promise<Result<RankedHunk[], Problem>> {
  const read = await readRange(root, range);
  if (!read.ok) return read;
  const files = read.value;
  const findings = findInDiff(files, { all: false });
  const tests = files.filter(({ path }) => roleOfFile(path) === 'test');
  const hunks = files.flatMap((file) => {
    const { path, after } = file;
    // A file that is gone has nothing left to take out of.
    if (after === undefined || file.change === 'delete' || !['product', 'config'].includes(roleOfFile(path))) return [];
    const isTested = tests.some((test) => mentions(test, path));
    return file.hunks.flatMap(splitHunk).map((hunk) => {
      const found = findings.filter((one) => one.path === path && one.start >= hunk.newStart && one.start < hunk.newStart + Math.max(1, hunk.newLines));
      const rated = rateHunk({ path, hunk, findings: found.map(({ title }) => title), isTested });
      return { id: toHunkId(path, hunk), path, hunk, after, ...rated };
    });
  });
  return ok(hunks.toSorted((a, b) => b.risk - a.risk || (a.path < b.path ? -1 : a.path > b.path ? 1 : a.hunk.newStart - b.hunk.newStart)));
}

/** A test changed with it that is named after the file, or names it. */
function mentions(test: ChangedFile, path: string): boolean {
  const name = (path.split('/').at(-1) ?? path).replace(/\.\w+$/, '');
  return name.length > 2 && (test.path.includes(name) || (test.after?.includes(name) ?? false));
}

/** Of what changes and where, without line numbers: it stays through a rebase. */
const toHunkId = (path: string, { lines }: Hunk): string =>
  createHash('sha256')
    .update(`${path}\n${lines.join('\n')}`)
    .digest('hex')
    .slice(0, 12);
