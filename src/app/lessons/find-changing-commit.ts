import { followAnchor } from '../../lessons/anchors/follow-anchor.ts';
import type { LessonAnchor } from '../../model/team/lesson.ts';
import { readFilesAt } from '../../sources/git/read-files-at.ts';
import { runGit } from '../../sources/git/run-git.ts';

export interface ChangingCommit {
  readonly sha: string;
  readonly subject: string;
}

const MOST_COMMITS = 200;

/** The first commit after `since` in which the code of this anchor is another; null where none of them says so: not committed yet, or not here. */
export async function findChangingCommit(root: string, anchor: LessonAnchor, { path, since }: { path: string; since: string }): Promise<ChangingCommit | null> {
  const printed = await runGit(root, ['log', '--reverse', `--max-count=${MOST_COMMITS}`, '--format=%H %s', `${since}..HEAD`, '--', path]);
  if (!printed.ok) return null;
  for (const line of printed.value.split('\n').filter((each) => each !== '')) {
    const [sha = ''] = line.split(' ', 1);
    const read = await readFilesAt(root, sha, [path]);
    if (!read.ok) return null;
    if (followAnchor({ ...anchor, path }, read.value.get(path) ?? null).state !== 'holds') return { sha, subject: line.slice(sha.length + 1) };
  }
  return null;
}

/** What a commit is called here; null where this clone does not have it. */
export async function readCommit(root: string, sha: string): Promise<ChangingCommit | null> {
  const printed = await runGit(root, ['log', '-1', '--format=%s', sha, '--']);
  return printed.ok ? { sha, subject: printed.value.trim() } : null;
}
