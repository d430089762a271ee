/**
 * Cuts byte chunks into lines without decoding them. A line inside one chunk is a view of it; only a line that crosses
 * chunks is copied, into one buffer that is used again. A view is valid until the next call.
 */
import type { RawLine } from './source.ts';

/** A longer line is skipped unread. The largest honest records (pasted screenshots, a compacted history) stay under 20 MB; parsing one needs about four times its bytes. */
export const MAX_LINE_BYTES = 32 * 1024 * 1024;

export interface LineSink {
  readonly onLine: (line: RawLine) => void;
  /** A line over the limit: how long it was. It was never held in memory. */
  readonly onTooLong: (line: number, bytes: number) => void;
}

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

export interface LineSplitter {
  readonly write: (chunk: Buffer) => void;
  /** Gives the last line, where the file does not end in a newline. */
  readonly end: () => void;
}

export function createLineSplitter(sink: LineSink, maxLineBytes: number = MAX_LINE_BYTES): LineSplitter {
  let line = 1;
  let lineStart = 0; // offset of the current line's first byte in the file
  let pending = Buffer.alloc(0);
  let pendingBytes = 0;
  let skippedBytes = 0; // > 0 while inside a line over the limit

  function keep(bytes: Buffer): void {
    if (skippedBytes > 0 || pendingBytes + bytes.length > maxLineBytes) {
      skippedBytes += pendingBytes + bytes.length;
      pendingBytes = 0;
      return;
    }
    if (pendingBytes + bytes.length > pending.length) {
      const grown = Buffer.allocUnsafe(Math.min(maxLineBytes, Math.max(64 * 1024, (pendingBytes + bytes.length) * 2)));
      pending.copy(grown, 0, 0, pendingBytes);
      pending = grown;
    }
    bytes.copy(pending, pendingBytes);
    pendingBytes += bytes.length;
  }

  function give(bytes: Buffer): void {
    let content = bytes.length > 0 && bytes[bytes.length - 1] === RETURN ? bytes.subarray(0, -1) : bytes;
    if (lineStart === 0 && content.subarray(0, 3).equals(BYTE_ORDER_MARK)) content = content.subarray(3);
    if (content.length > 0) sink.onLine({ line, offset: lineStart, bytes: content });
  }

  function finishLine(lastPart: Buffer, newlineBytes: number): void {
    let length = lastPart.length;
    if (pendingBytes === 0 && skippedBytes === 0 && length <= maxLineBytes) {
      give(lastPart);
    } else {
      keep(lastPart);
      length = skippedBytes || pendingBytes;
      if (skippedBytes > 0) sink.onTooLong(line, skippedBytes);
      else give(pending.subarray(0, pendingBytes));
    }
    lineStart += length + newlineBytes;
    line += 1;
    pendingBytes = 0;
    skippedBytes = 0;
  }

  return {
    write(chunk) {
      let from = 0;
      for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, from)) {
        finishLine(chunk.subarray(from, at), 1);
        from = at + 1;
      }
      if (from < chunk.length) keep(chunk.subarray(from));
    },
    end() {
      if (pendingBytes > 0 || skippedBytes > 0) finishLine(Buffer.alloc(0), 0);
    },
  };
}
