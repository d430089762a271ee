import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { LinkedEvidence } from '../../../model/linked-evidence.ts';
import { runGit } from '../../../sources/git/run-git.ts';

/** Names as `git tag` makes them, without what revisions are written with. */
const IS_TAG = /^(?!.*(?:\.\.|\/\/|@\{))[\w][\w./+-]*$/;
const MAX_BYTES = 8 * 1024 * 1024;

/**
 * What git calls the content of a file or a tag now; null where it is not there. A migration has to be committed; notes of an incident
 * may lie beside the code. Nothing is read but to be hashed.
 */
export async function hashEvidence({ kind, root, ref }: Pick<LinkedEvidence, 'kind' | 'root' | 'ref'>): Promise<string | null> {
  if (kind === 'tag') {
    if (!IS_TAG.test(ref)) return null;
    const tag = await runGit(root, ['rev-parse', '--verify', '-q', `refs/tags/${ref}^{commit}`]);
    return tag.ok ? tag.value.trim() : null;
  }
  const listed = await runGit(root, ['ls-tree', '-z', 'HEAD', '--', ref]);
  const [, committed] = listed.ok ? (/^100\d{3} blob ([0-9a-f]+)\t/.exec(listed.value) ?? []) : [];
  if (committed || kind === 'migration') return committed ?? null;
  const path = join(root, ref);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isFile() || stats.size > MAX_BYTES) return null;
  const hashed = await runGit(root, ['hash-object', '--no-filters', '--', path]);
  return hashed.ok ? hashed.value.trim() : null;
}
