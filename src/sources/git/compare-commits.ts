import type { Problem } from '../../model/problem.ts';
import { ok, type Result } from '../../model/result.ts';
import { runGit } from './run-git.ts';

/** Whether the first is the second, or comes before it on its way; false as well where the repository does not have one of them. */
export async function isAncestor(root: string, first: string, second: string): Promise<boolean> {
  return (await runGit(root, ['merge-base', '--is-ancestor', first, second])).ok;
}

/** New path by old path, for files that were moved between two commits; nothing where git cannot compare them. */
export async function listMoved(root: string, from: string, to: string): Promise<ReadonlyMap<string, string>> {
  const printed = await runGit(root, ['diff', '--find-renames', '--diff-filter=R', '--name-status', '-z', from, to]);
  const parts = printed.ok ? printed.value.split('\0') : [];
  const moved = new Map<string, string>();
  for (let at = 0; at + 2 < parts.length; at += 3) moved.set(parts[at + 1] ?? '', parts[at + 2] ?? '');
  return moved;
}

/**
 * The commit that stands for what everybody works on: the tip of the remote's main branch, or what is checked out where that
 * is the main branch itself, or where no remote names one. Null before the first commit.
 */
export async function findMainCommit(root: string): Promise<Result<string | null, Problem>> {
  const [main, branch] = await Promise.all([
    runGit(root, ['symbolic-ref', '-q', 'refs/remotes/origin/HEAD']),
    runGit(root, ['symbolic-ref', '-q', '--short', 'HEAD']),
  ]);
  const name = main.ok ? main.value.trim() : '';
  const isOnMain = branch.ok && name === `refs/remotes/origin/${branch.value.trim()}`;
  const commit = await runGit(root, ['rev-parse', '--verify', '-q', `${name === '' || isOnMain ? 'HEAD' : name}^{commit}`]);
  return ok(commit.ok ? commit.value.trim() : null);
}

/** The commit everything of this one began with; null where git cannot tell. */
export async function findFirstCommit(root: string, commit: string): Promise<string | null> {
  const printed = await runGit(root, ['rev-list', '--max-parents=0', commit]);
  return printed.ok ? (printed.value.trim().split('\n').at(-1) ?? null) : null;
}
