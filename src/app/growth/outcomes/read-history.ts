import type { Commit } from '../../../model/commit.ts';
import type { Problem } from '../../../model/problem.ts';
import { ok, type Result } from '../../../model/result.ts';
import { readCommits } from '../../../sources/git/read-commits.ts';
import { runGit } from '../../../sources/git/run-git.ts';

/** A commit with the whole of its message: what it takes back stands in its body. */
export interface LoggedCommit extends Commit {
  readonly body: string;
}

/** Local branches, those of remotes, and what is checked out. Not every ref: agents keep checkpoints in some. */
const REVISIONS = ['--branches', '--remotes', 'HEAD'] as const;
/** Looked at for one repository. */
const MAX_COMMITS = 5_000;

/** The commits since an instant that change one of the paths or say that they take something back, oldest first. Merges are left out. */
export async function readHistory(root: string, since: string, paths: readonly string[]): Promise<Result<LoggedCommit[], Problem>> {
  const commits: Commit[] = [];
  const revisions = [...REVISIONS, `--since=${since}`, `--max-count=${MAX_COMMITS}`];
  const read = await readCommits(root, { revisions, paths, withoutMerges: true }, (commit) => void commits.push(commit));
  if (!read.ok) return read;
  const bodies = await runGit(root, ['log', '--no-merges', ...revisions, '--format=%x1e%H%x1f%B', '--', ...paths]);
  if (!bodies.ok) return bodies;
  const bodyBySha = new Map(
    bodies.value.split('\u001e').map((entry): [string, string] => [entry.slice(0, entry.indexOf('\u001f')), entry.slice(entry.indexOf('\u001f') + 1)]),
  );
  return ok(commits.map((commit) => ({ ...commit, body: bodyBySha.get(commit.sha) ?? '' })).reverse());
}

/** What all of a repository's refs say together: as long as it is the same, nothing new can be found in it. */
export async function hashRefs(root: string): Promise<string | null> {
  const printed = await runGit(root, ['for-each-ref', '--format=%(objectname)', 'refs/heads', 'refs/remotes']);
  const head = await runGit(root, ['rev-parse', '--verify', '-q', 'HEAD']);
  return printed.ok ? `${head.ok ? head.value.trim() : ''} ${printed.value.split('\n').join(' ')}` : null;
}
