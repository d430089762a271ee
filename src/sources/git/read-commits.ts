import type { Commit } from '../../model/commit.ts';
import type { Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import { COMMIT_FORMAT, createCommitParser } from './parse-commits.ts';
import { streamGit } from './run-git.ts';

/** A merge is compared with its first parent: what it shows is what it brought into the branch. */
const PATCH = ['-p', '-U0', '-M', '--diff-merges=first-parent', '--no-ext-diff', '--no-textconv', '--no-color', `--format=${COMMIT_FORMAT}`];

export interface CommitSelection {
  /** Revisions as git log takes them (`--all`, `main..topic`), or single commits. */
  readonly revisions: readonly string[];
  /** Only these commits, not what leads to them. */
  readonly isList?: boolean;
  /** Only changes of these paths. A rename into one of them then looks like a new file. */
  readonly paths?: readonly string[];
  readonly withoutMerges?: boolean;
}

/** Commits with their added and removed lines, newest first, one in memory at a time. */
export async function readCommits(
  root: string,
  { revisions, isList, paths, withoutMerges }: CommitSelection,
  onCommit: (commit: Commit) => void,
): Promise<Result<null, Problem>> {
  const parser = createCommitParser(onCommit);
  const options = [...(isList ? ['--no-walk=unsorted'] : []), ...(withoutMerges ? ['--no-merges'] : []), ...PATCH];
  const flags = revisions.filter((revision) => revision.startsWith('--'));
  const names = revisions.filter((revision) => !revision.startsWith('--'));
  // The list of commits may be longer than a command line.
  const streamed = await streamGit(root, ['log', ...options, ...flags, '--stdin', '--', ...(paths ?? [])], parser.write, `${names.join('\n')}\n`);
  parser.end();
  return streamed;
}
