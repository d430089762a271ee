import { closeSync, openSync, readSync } from 'node:fs';

const CHUNK_BYTES = 1024 * 1024;

/** A file's bytes in order, from `start` up to `end`. Every piece is a view of one buffer: use it before asking for the next. */
export function* readFileChunks(path: string, { start = 0, end = Infinity }: { start?: number; end?: number } = {}): Generator<Buffer> {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
    for (let position = start; position < end;) {
      const read = readSync(file, buffer, 0, Math.min(CHUNK_BYTES, end - position), position);
      if (read === 0) return;
      position += read;
      yield buffer.subarray(0, read);
    }
  } finally {
    closeSync(file);
  }
}
