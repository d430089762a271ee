import type { DatabaseSync } from 'node:sqlite';
import type { StoredPiece } from './portable-file.ts';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';

export interface Segment {
  /** First byte in the file, and how many bytes. */
  readonly start: number;
  readonly bytes: Buffer;
  /** Line the segment begins in: 1-based, or of messages from 0, which is what stands before them. */
  readonly firstLine: number;
}

/** The raw bytes of transcripts, in pieces: what was once read is kept, whatever its agent later deletes or rewrites. */
export function createSegmentsTable(db: DatabaseSync) {
  const insert = db.prepare('INSERT INTO raw_segments (transcript, start, length, first_line, zstd) VALUES (?, ?, ?, ?, ?)');
  const selectNext = db.prepare('SELECT start, length, zstd FROM raw_segments WHERE transcript = ? AND start >= ? ORDER BY start LIMIT 1');
  const selectBefore = db.prepare(
    'SELECT start, first_line AS firstLine FROM raw_segments WHERE transcript = ? AND first_line < ? ORDER BY start DESC LIMIT 1',
  );
  const removeAll = db.prepare('DELETE FROM raw_segments WHERE transcript = ?');

  const selectStored = db.prepare('SELECT start, length, first_line AS firstLine, zstd FROM raw_segments WHERE transcript = ? ORDER BY start');

  return {
    /** As they are stored, for a file that takes them along. */
    readStored: (transcript: number): Iterable<StoredPiece> => selectStored.iterate(transcript) as unknown as Iterable<StoredPiece>,
    addStored: (transcript: number, { start, length, firstLine, zstd }: StoredPiece): void => void insert.run(transcript, start, length, firstLine, zstd),
    /** Before the whole of a document is kept anew. */
    removeAll: (transcript: number): void => void removeAll.run(transcript),
    add: (transcript: number, { start, bytes, firstLine }: Segment): void => void insert.run(transcript, start, bytes.length, firstLine, compress(bytes)),
    /** The last piece at whose start the line has not begun yet, or the first. */
    findLine: (transcript: number, line: number): { start: number; firstLine: number } => {
      const row = selectBefore.get(transcript, line);
      return row ? { start: Number(row['start']), firstLine: Number(row['firstLine']) } : { start: 0, firstLine: 1 };
    },
    /** The kept bytes in order. One piece at a time is in memory, and no read transaction stays open between them. */
    *read(transcript: number, from = 0): Generator<Buffer> {
      for (let start = from; ;) {
        const row = selectNext.get(transcript, start);
        if (!row) return;
        yield decompress(row['zstd'] as Uint8Array);
        start = Number(row['start']) + Number(row['length']);
      }
    },
  };
}

export const compress = (bytes: Uint8Array): Buffer => zstdCompressSync(bytes);
export const decompress = (bytes: Uint8Array): Buffer => zstdDecompressSync(bytes);
