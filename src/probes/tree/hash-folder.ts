import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TreeManifest } from '../../model/team/tree-archive.ts';
import { hashBytes, toManifestBytes } from './pack-tree.ts';

/** What an archive of exactly these files is known by; null where something in the folder is in no archive: a link, or a special file. */
export function hashFolder(folder: string): string | null {
  const files: TreeManifest['files'] = [];
  const waiting = [''];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const name of readdirSync(join(folder, at))) {
      const path = at === '' ? name : `${at}/${name}`;
      const entry = lstatSync(join(folder, path));
      if (entry.isDirectory()) waiting.push(path);
      else if (!entry.isFile()) return null;
      else {
        const bytes = readFileSync(join(folder, path));
        files.push({ path, mode: (entry.mode & 0o100) === 0 ? '644' : '755', size: bytes.length, sha256: hashBytes(bytes) });
      }
    }
  }
  return hashBytes(toManifestBytes({ format: 1, files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)) }));
}
