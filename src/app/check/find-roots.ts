import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

/** The work tree around a folder, told by its `.git`: git itself may have been told of another one by the hook we run in. Null outside of any. */
export function findWorkTree(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return null;
  }
}

/** Linked work trees that lie inside this one (agents make them there): what goes on in them is not of this one. */
export function listNestedTrees(root: string): string[] {
  const linked = join(root, '.git', 'worktrees');
  if (!statSync(linked, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(linked).flatMap((name) => {
    const pointer = join(linked, name, 'gitdir');
    const tree = existsSync(pointer) ? dirname(readFileSync(pointer, 'utf8').trim()) : root;
    return isInside(tree, root) && tree !== root ? [tree] : [];
  });
}

export const isInside = (path: string, folder: string): boolean => path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
