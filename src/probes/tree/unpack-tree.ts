import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Problem } from '../../model/problem.ts';
import { ok, type Result } from '../../model/result.ts';
import type { ExportedTree } from './export-tree.ts';
import { readArchive } from './read-archive.ts';

/**
 * Writes the files of an archive into a folder of its own, where the repository they came from is gone. `tree` is the archive's
 * hash. The folder is new and holds nothing but what is written here, so no link in it can lead elsewhere.
 */
export function unpackTree(archive: Uint8Array, hash: string): Result<ExportedTree, Problem> {
  const read = readArchive(archive, hash);
  if (!read.ok) return read;
  const parent = mkdtempSync(join(tmpdir(), 'rounds-tree-'));
  const folder = join(parent, 'tree');
  const remove = (): void => rmSync(parent, { recursive: true, force: true });
  try {
    mkdirSync(folder);
    for (const { path, mode, bytes } of read.value.files) {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, bytes, { flag: 'wx', mode: mode === '755' ? 0o755 : 0o644 });
    }
  } catch (error) {
    remove();
    throw error;
  }
  return ok({ folder, tree: hash, submodules: [], remove });
}
