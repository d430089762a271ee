import type { BlamedLine } from '../../model/commit.ts';
import type { Problem } from '../../model/problem.ts';
import { ok, type Result } from '../../model/result.ts';
import { runGit } from './run-git.ts';
import { unquotePath } from './unquote-path.ts';

export interface BlameRequest {
  readonly root: string;
  readonly path: string;
  /** As it was in this commit; in the work tree when absent. */
  readonly revision?: string;
  /** 1-based, both ends included; the whole file when absent. */
  readonly from?: number;
  readonly to?: number;
}

/**
 * Where the lines of a file come from: the work tree's lines, followed through renames, moves within the file and moves from
 * other files of the same commit. Blanks do not count.
 */
export async function blameFile({ root, path, revision, from, to }: BlameRequest): Promise<Result<BlamedLine[], Problem>> {
  const range = from === undefined ? [] : ['-L', `${from},${to ?? from}`];
  const printed = await runGit(root, [
    'blame',
    '--porcelain',
    '--no-textconv',
    '-w',
    '-M',
    '-C',
    ...range,
    ...(revision === undefined ? [] : [revision]),
    '--',
    path,
  ]);
  return printed.ok ? ok(parseBlame(printed.value)) : printed;
}

const NOT_COMMITTED = /^0+$/;

/** Parses `git blame --porcelain`. */
export function parseBlame(text: string): BlamedLine[] {
  const pathByCommit = new Map<string, string>();
  const lines: BlamedLine[] = [];
  let head = { commit: '', originalNumber: 0, number: 0 };
  for (const line of text.split('\n')) {
    if (line.startsWith('\t')) {
      const { commit, ...numbers } = head;
      lines.push({ ...numbers, text: line.slice(1), commit: NOT_COMMITTED.test(commit) ? null : commit, path: pathByCommit.get(commit) ?? '' });
      continue;
    }
    const match = /^([0-9a-f]{40,64}) (\d+) (\d+)/.exec(line);
    if (match) head = { commit: match[1] ?? '', originalNumber: Number(match[2]), number: Number(match[3]) };
    // A commit's paths are told again where another file of it follows.
    else if (line.startsWith('filename ')) pathByCommit.set(head.commit, unquotePath(line.slice('filename '.length)));
  }
  return lines;
}
