import { createHash } from 'node:crypto';
import { zstdCompressSync } from 'node:zlib';
import type { TreeManifest } from '../../model/team/tree-archive.ts';

export interface PackedFile {
  readonly path: string;
  readonly mode: '644' | '755';
  readonly bytes: Uint8Array;
}

export interface PackedTree {
  /** Of the manifest, and so of everything in it: the same files have the same hash, however they are compressed. */
  readonly hash: string;
  readonly archive: Buffer;
  readonly manifest: TreeManifest;
}

/** Before everything else in an archive, once it is decompressed; then the manifest's length, the manifest, the files. */
export const ARCHIVE_MARK = Buffer.from('RNDSTRE1', 'latin1');

export const toManifestBytes = (manifest: TreeManifest): Buffer => Buffer.from(JSON.stringify(manifest), 'utf8');

export const hashBytes = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** One archive of files, the same whatever the order they are given in. Paths are checked when it is unpacked. */
export function packTree(files: readonly PackedFile[]): PackedTree {
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const manifest: TreeManifest = {
    format: 1,
    files: sorted.map(({ path, mode, bytes }) => ({ path, mode, size: bytes.length, sha256: hashBytes(bytes) })),
  };
  const head = toManifestBytes(manifest);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  const archive = zstdCompressSync(Buffer.concat([ARCHIVE_MARK, length, head, ...sorted.map(({ bytes }) => bytes)]));
  return { hash: hashBytes(head), archive, manifest };
}
