import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { OriginSession } from '../../journal/origins-table.ts';
import type { Repository } from '../../sources/git/find-repository.ts';
import type { App } from '../app.ts';
import { toRepositoryName } from '../import/to-repository-name.ts';

/**
 * Sessions whose lines can have come into a repository: those that worked in one of its work trees or in a clone of it, and
 * those whose folder is no longer here, a removed work tree or another machine's. Their lines and paths decide then.
 */
export function listRepositorySessions({ journal }: App, { roots, remotes }: Repository): OriginSession[] {
  const names = new Set(remotes.map((repositoryUrl) => toRepositoryName({ repositoryUrl })));
  const isThere = new Map<string, boolean>();
  const isGone = (cwd: string): boolean => {
    if (!isThere.has(cwd)) isThere.set(cwd, existsSync(cwd));
    return isThere.get(cwd) === false;
  };
  return journal.origins.listSessions().filter(({ cwd, repositoryUrl }) => {
    if (repositoryUrl !== null && names.size > 0) return names.has(toRepositoryName({ repositoryUrl })) || isInside(cwd, roots);
    return cwd === null || isInside(cwd, roots) || basename(cwd) === basename(roots[0] ?? '') || isGone(cwd);
  });
}

const isInside = (cwd: string | null, roots: readonly string[]): boolean =>
  cwd !== null && roots.some((root) => cwd === root || cwd.startsWith(`${root}/`) || root.startsWith(`${cwd}/`));
