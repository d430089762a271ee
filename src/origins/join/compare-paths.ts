export type PathLikeness = 'same' | 'like' | 'other';

/** Compares the path an agent named with one in a repository: by the work trees' roots where it lies in one, else by how it ends. */
export function createPathComparer(roots: readonly string[]): (written: string, committed: string) => PathLikeness {
  const folders = roots.map((root) => (root.endsWith('/') ? root : `${root}/`));
  return (written, committed) => {
    const inside = folders.find((folder) => written.startsWith(folder));
    if (inside !== undefined) {
      // A work tree may lie inside another: the end decides then.
      const rest = written.slice(inside.length);
      if (rest === committed) return 'same';
      return rest.endsWith(`/${committed}`) && committed.includes('/') ? 'like' : isLike(rest, committed);
    }
    if (written === committed) return 'same';
    if (written.endsWith(`/${committed}`)) return committed.includes('/') ? 'same' : 'like';
    return isLike(written, committed);
  };
}

/** The same file in a folder of the same name. */
function isLike(written: string, committed: string): PathLikeness {
  const [name, folder] = committed.split('/').reverse();
  return folder !== undefined && written.endsWith(`/${folder}/${name}`) ? 'like' : 'other';
}

export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
