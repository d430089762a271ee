/** Where the code of a moment lies on this machine. */
import { existsSync } from 'node:fs';
import { isAbsolute, posix } from 'node:path';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { Session } from '../../../model/session.ts';
import { findRepository } from '../../../sources/git/find-repository.ts';

export interface CodePlace {
  readonly root: string;
  /** Folders that stand for the root in the session's paths. */
  readonly roots: readonly string[];
  /** A path of the session as git names it; null where it lies outside. */
  readonly toTreePath: (path: string) => string | null;
}

/** @param folder where the owner says the repository is, in place of the session's own folder */
export async function findCode({ cwd }: Pick<Session, 'cwd'>, folder?: string): Promise<Result<CodePlace, Problem>> {
  const place = folder ?? cwd;
  if (place === undefined || !existsSync(place)) {
    return failed(
      problem('not-found', place === undefined ? 'The session does not say which folder it worked in.' : `The folder of the session is gone: ${place}.`, {
        next: 'Name a folder in the repository, or share the case without its code.',
      }),
    );
  }
  const repository = await findRepository(place);
  if (!repository.ok) return repository;
  const { root } = repository.value;
  // A repository that was moved: what the session called its folder is the root now.
  const roots =
    folder !== undefined && cwd !== undefined && !repository.value.roots.some((one) => isInside(cwd, one))
      ? [...repository.value.roots, cwd]
      : repository.value.roots;
  const base = cwd === undefined ? '' : (toInside(cwd, roots) ?? '');
  return ok({ root, roots, toTreePath: (path) => (isAbsolute(path) ? toInside(path, roots) : toRelative(base, path)) });
}

const isInside = (path: string, root: string): boolean => path === root || path.startsWith(`${root}/`);

function toInside(path: string, roots: readonly string[]): string | null {
  // A work tree may lie in another: the innermost counts.
  const root = roots.filter((one) => isInside(path, one)).toSorted((a, b) => b.length - a.length)[0];
  return root === undefined ? null : toRelative('', path.slice(root.length + 1));
}

function toRelative(base: string, path: string): string | null {
  const joined = posix.join(base, path.replaceAll('\\', '/'));
  return joined === '.' ? '' : joined === '..' || joined.startsWith('../') || joined.startsWith('/') ? null : joined;
}
