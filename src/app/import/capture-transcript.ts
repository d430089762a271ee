import { createHash } from 'node:crypto';
import type { Journal } from '../../journal/open-journal.ts';
import { compress } from '../../journal/segments-table.ts';
import type { FileStamp, TranscriptRow } from '../../journal/transcripts-table.ts';
import { readFileChunks } from '../read-file-chunks.ts';

const NEWLINE = 0x0a;
/** A last line that is longer and not ended is left until it is. */
const MAX_TAIL_BYTES = 32 * 1024 * 1024;

export interface Capture {
  /** Bytes after the last complete line that could not be kept yet, because they are no whole record. */
  readonly unfinishedBytes: number;
}

/**
 * Keeps what is new in a file that has grown: complete lines only. A last line without its newline is kept beside them when
 * it is a whole record, and replaced when the file grows. One transaction, all or nothing; memory does not grow with the file.
 * The caller has made sure that the file still begins with the `captured` bytes; one that was cut short has nothing new.
 */
export function captureTranscript(journal: Journal, row: TranscriptRow, stamp: FileStamp): Capture {
  if (stamp.size <= row.captured) return { unfinishedBytes: 0 };
  const end = findEndOfLines(row.path, row.captured, stamp.size);
  const rest =
    stamp.size - end > MAX_TAIL_BYTES ? null : Buffer.concat([...readFileChunks(row.path, { start: end, end: stamp.size })].map((chunk) => Buffer.from(chunk)));
  const tail = rest !== null && isWholeRecord(rest) ? compress(rest) : null;
  const hash = createHash('sha256');
  for (const chunk of readFileChunks(row.path, { end: row.captured })) hash.update(chunk);

  journal.transaction(() => {
    let { captured, lines } = row;
    for (const bytes of readFileChunks(row.path, { start: row.captured, end })) {
      journal.segments.add(row.id, { start: captured, bytes, firstLine: lines + 1 });
      hash.update(bytes);
      captured += bytes.length;
      lines += countLines(bytes);
    }
    journal.transcripts.setCaptured(row.id, { captured, lines, prefixHash: hash.digest('hex'), tail });
  });
  return { unfinishedBytes: tail ? 0 : stamp.size - end };
}

/** Where the last complete line ends, at or after `start`. */
function findEndOfLines(path: string, start: number, size: number): number {
  const BLOCK = 256 * 1024;
  for (let to = size; to > start; to -= BLOCK) {
    const from = Math.max(start, to - BLOCK);
    for (const block of readFileChunks(path, { start: from, end: to })) {
      const at = block.lastIndexOf(NEWLINE);
      if (at !== -1) return from + at + 1;
    }
  }
  return start;
}

function countLines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) count += 1;
  return count;
}

function isWholeRecord(bytes: Buffer): boolean {
  if (bytes.length === 0) return false;
  try {
    JSON.parse(bytes.toString('utf8'));
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
