import { basename, dirname, join, resolve } from 'node:path';
import { realpathSync, statSync } from 'node:fs';
import type { Problem } from '../../model/problem.ts';
import { ok, type Result } from '../../model/result.ts';
import { runGit } from './run-git.ts';

export interface Repository {
  /** Root of the work tree, links resolved. */
  readonly root: string;
  /** Roots of all its work trees, this one among them. */
  readonly roots: readonly string[];
  readonly remotes: readonly string[];
  /** The commit checked out; null before the first. */
  readonly head: string | null;
}

/** The repository a file or folder lies in. The path need not be there any more, its folder must. */
export async function findRepository(path: string): Promise<Result<Repository, Problem>> {
  const folder = toFolder(resolve(path));
  const top = await runGit(folder, ['rev-parse', '--show-toplevel']);
  if (!top.ok) return top;
  const root = top.value.trim();
  const [trees, remotes, head] = await Promise.all([
    runGit(root, ['worktree', 'list', '--porcelain', '-z']),
    runGit(root, ['config', '-z', '--get-regexp', String.raw`^remote\..*\.url$`]),
    runGit(root, ['rev-parse', '--verify', '-q', 'HEAD']),
  ]);
  const others = trees.ok ? trees.value.split('\0').flatMap((entry) => (entry.startsWith('worktree ') ? [entry.slice('worktree '.length)] : [])) : [];
  return ok({
    root,
    roots: [...new Set([root, ...others])],
    // A repository without a remote makes git answer with an error: it has none.
    remotes: remotes.ok ? remotes.value.split('\0').flatMap((entry) => entry.split('\n').slice(1)) : [],
    head: head.ok ? head.value.trim() : null,
  });
}

function toFolder(path: string): string {
  let folder = path;
  while (!statSync(folder, { throwIfNoEntry: false })?.isDirectory() && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

/** The path as git names it inside the root; null where it lies outside. */
export function toRepositoryPath(root: string, path: string): string | null {
  const folder = toFolder(dirname(resolve(path)));
  const rest = resolve(path).slice(folder.length).split(/[/\\]/).filter(Boolean);
  const real = join(realpathSync(folder), ...(rest.length > 0 ? rest : [basename(path)]));
  const inside = real.startsWith(`${root}/`)
    ? real.slice(root.length + 1)
    : real.replaceAll('\\', '/').startsWith(`${root}/`)
      ? real.replaceAll('\\', '/').slice(root.length + 1)
      : null;
  return inside;
}
