/** Reads an archive that somebody else may have made: everything is checked before any of it is used. */
import { zstdDecompressSync } from 'node:zlib';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { MAX_ARCHIVE_BYTES, MAX_TREE_BYTES, treeManifestSchema, type TreeManifest } from '../../model/team/tree-archive.ts';
import { ARCHIVE_MARK, hashBytes, toManifestBytes, type PackedFile } from './pack-tree.ts';

export interface ReadTree {
  readonly manifest: TreeManifest;
  readonly files: readonly PackedFile[];
}

const MAX_MANIFEST_BYTES = 32 * 1024 * 1024;

/** @param hash what the archive is known by; another content is refused */
export function readArchive(archive: Uint8Array, hash: string): Result<ReadTree, Problem> {
  if (archive.length > MAX_ARCHIVE_BYTES) return refuse('It is too large.');
  const plain = decompress(archive);
  if (plain === null) return refuse('It is damaged, or larger than it may be.');
  const start = ARCHIVE_MARK.length + 4;
  if (plain.length < start || !plain.subarray(0, ARCHIVE_MARK.length).equals(ARCHIVE_MARK)) return refuse('It is of no form that Rounds knows.');
  const length = plain.readUInt32BE(ARCHIVE_MARK.length);
  const head = plain.subarray(start, start + length);
  if (length > MAX_MANIFEST_BYTES || head.length < length) return refuse('It ends too early.');
  if (hashBytes(head) !== hash) return refuse('It is not the tree that was asked for.');
  const manifest = treeManifestSchema.safeParse(parseJson(head.toString('utf8')));
  if (!manifest.success) return refuse(manifest.error.issues[0]?.message ?? 'Its list of files is wrong.');
  // Written another way, one list could stand for two contents.
  if (!toManifestBytes(manifest.data).equals(head)) return refuse('Its list of files is not written as it should be.');
  const files: PackedFile[] = [];
  let at = start + length;
  for (const { path, mode, size, sha256 } of manifest.data.files) {
    const bytes = plain.subarray(at, at + size);
    at += size;
    if (bytes.length < size || hashBytes(bytes) !== sha256) return refuse(`${path} is not what the list says.`);
    files.push({ path, mode, bytes });
  }
  return at === plain.length ? ok({ manifest: manifest.data, files }) : refuse('It holds more than its list says.');
}

const refuse = (why: string) => failed(problem('bad-input', 'This archive of a tree cannot be used.', { why, next: 'Ask its owner to share the case again.' }));

function decompress(archive: Uint8Array): Buffer | null {
  try {
    return zstdDecompressSync(archive, { maxOutputLength: MAX_TREE_BYTES + MAX_MANIFEST_BYTES });
  } catch {
    return null; // whatever is wrong with it, it is nothing to unpack
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // the schema says the rest
  }
}
