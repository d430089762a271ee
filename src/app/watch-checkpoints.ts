/** Sessions that repositories hold in git's objects: where a new checkpoint shows, and whether there is one. */
import { join, resolve } from 'node:path';
import { listRefs } from '../sources/git/list-refs.ts';
import { REF_PATTERNS } from '../sources/entire/checkpoints/parse-checkpoint-place.ts';
import { findGitFolder, isRepository } from '../sources/git/find-git-folder.ts';
import { findRepositoryRoot } from './agent-places.ts';
import type { Environment } from './environment.ts';

/** Git folders of the given repositories, or of the one Rounds runs in; none where git cannot tell. */
export async function listGitFolders({ folder }: Environment, paths: readonly string[] | undefined): Promise<string[]> {
  const repositories = (paths?.map((path) => resolve(folder, path)) ?? [findRepositoryRoot(folder)]).filter(isRepository);
  const found = await Promise.all(repositories.map(findGitFolder));
  return [...new Set(found.flatMap((one) => (one.ok ? one.value : [])))];
}

/** Where git writes whatever moves a ref: one by one, packed, or in tables. */
export const toRefPlaces = (gitFolder: string): string[] => ['refs', 'packed-refs', 'reftable'].map((name) => join(gitFolder, name));

/** Equal as long as no checkpoint was added; one short process of git. */
export async function stampCheckpoints(gitFolder: string): Promise<string> {
  const refs = await listRefs(gitFolder, REF_PATTERNS);
  return refs.ok ? refs.value.map(({ name, commit }) => `${name} ${commit}`).join('\n') : '';
}
