import { toRepositoryName, toRootName } from '../../lessons/anchors/repository-name.ts';
import { findFirstCommit } from '../../sources/git/compare-commits.ts';
import type { Repository } from '../../sources/git/find-repository.ts';

/** The names a team may know a repository by, the one to use first. None before its first commit, if no remote names it. */
export async function nameRepository({ root, remotes, head }: Repository): Promise<string[]> {
  const named = remotes.flatMap((address) => toRepositoryName(address) ?? []);
  const first = head === null ? null : await findFirstCommit(root, head);
  // An anchor that was made before the repository had a remote still holds.
  return [...new Set([...named, ...(first === null ? [] : [toRootName(first)])])];
}
