import type { Problem } from '../../model/problem.ts';
import { ok, type Result } from '../../model/result.ts';
import { readObjects } from './read-objects.ts';
import { runGit } from './run-git.ts';

const PATHS_A_CALL = 200;

/** Text of files as they are in a commit, by path from the root; those that are not there, links and submodules are left out. */
export async function readFilesAt(root: string, commit: string, paths: readonly string[]): Promise<Result<ReadonlyMap<string, string>, Problem>> {
  const objects = new Map<string, string>();
  const wanted = [...new Set(paths)].filter((path) => !path.includes('\0'));
  for (let at = 0; at < wanted.length; at += PATHS_A_CALL) {
    const printed = await runGit(root, ['ls-tree', '-z', '--full-tree', commit, '--', ...wanted.slice(at, at + PATHS_A_CALL)]);
    if (!printed.ok) return printed;
    for (const entry of printed.value.split('\0')) {
      const [, object, path] = /^100\d{3} blob ([0-9a-f]+)\t([\s\S]+)$/.exec(entry) ?? [];
      if (object && path) objects.set(path, object);
    }
  }
  const textByObject = new Map<string, string>();
  const read = await readObjects(root, [...new Set(objects.values())], (id, bytes) => {
    if (bytes) textByObject.set(id, bytes.toString('utf8'));
  });
  if (!read.ok) return read;
  return ok(new Map([...objects].flatMap(([path, object]) => (textByObject.has(object) ? [[path, textByObject.get(object) ?? '']] : []))));
}
