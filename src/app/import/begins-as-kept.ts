import { createHash } from 'node:crypto';
import type { Journal } from '../../journal/open-journal.ts';
import type { TranscriptRow } from '../../journal/transcripts-table.ts';
import { readFileChunks } from '../read-file-chunks.ts';

/**
 * Whether the file still holds, byte for byte, what was kept of it: all of it, or the beginning where it has become shorter.
 * False means that it was rewritten.
 */
export function beginsAsKept(journal: Journal, { id, path, captured, prefixHash }: TranscriptRow, size: number): boolean {
  const length = Math.min(size, captured);
  const found = createHash('sha256');
  for (const chunk of readFileChunks(path, { end: length })) found.update(chunk);
  return found.digest('hex') === (length === captured ? prefixHash || EMPTY_HASH : hashKept(journal, id, length));
}

const EMPTY_HASH = createHash('sha256').digest('hex');

function hashKept(journal: Journal, id: number, length: number): string {
  const hash = createHash('sha256');
  let left = length;
  for (const bytes of journal.segments.read(id)) {
    hash.update(bytes.subarray(0, left));
    left -= Math.min(left, bytes.length);
    if (left === 0) break;
  }
  return hash.digest('hex');
}
