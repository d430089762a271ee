import type { Problem } from '../../model/problem.ts';
import { ok, type Result } from '../../model/result.ts';
import { runGit } from './run-git.ts';

export interface TreeFile {
  /** From the tree's root, with slashes. */
  readonly path: string;
  readonly object: string;
}

/** Every file of a commit's tree. Links and submodules are left out. */
export async function listTree(root: string, commit: string): Promise<Result<TreeFile[], Problem>> {
  const printed = await runGit(root, ['ls-tree', '-r', '-z', '--full-tree', commit]);
  if (!printed.ok) return printed;
  return ok(
    printed.value.split('\0').flatMap((entry) => {
      const [, object, path] = /^100\d{3} blob ([0-9a-f]+)\t([\s\S]+)$/.exec(entry) ?? [];
      return object && path ? [{ path, object }] : [];
    }),
  );
}
