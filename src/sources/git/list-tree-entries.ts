import type { Problem } from '../../model/problem.ts';
import { ok, type Result } from '../../model/result.ts';
import { runGit } from './run-git.ts';

export interface TreeEntry {
  /** From the tree's root, with slashes. */
  readonly path: string;
  readonly type: 'file' | 'program' | 'link' | 'submodule';
  readonly object: string;
}

const TYPE_BY_MODE: Readonly<Record<string, TreeEntry['type']>> = {
  '100644': 'file',
  '100664': 'file',
  '100755': 'program',
  '120000': 'link',
  '160000': 'submodule',
};

/** Everything in a commit's tree but its folders. */
export async function listTreeEntries(root: string, commit: string): Promise<Result<TreeEntry[], Problem>> {
  const printed = await runGit(root, ['ls-tree', '-r', '-z', '--full-tree', commit]);
  if (!printed.ok) return printed;
  return ok(
    printed.value.split('\0').flatMap((entry) => {
      const [, mode = '', object, path] = /^(\d{6}) \w+ ([0-9a-f]+)\t([\s\S]+)$/.exec(entry) ?? [];
      const type = TYPE_BY_MODE[mode];
      return type && object && path ? [{ path, type, object }] : [];
    }),
  );
}
