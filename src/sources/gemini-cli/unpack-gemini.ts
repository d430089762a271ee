/** A session's document as lines: or its parts, one after the other, into which Entire cuts one of more than 50 MB, each with messages only. */
import type { RawLine } from '../source.ts';
import { splitDocument } from '../split-document.ts';

/** A document that begins on a line of its own: within one, line ends are written as `\\n`, or followed by blanks. */
const NEXT_PART = Buffer.from('\n{"messages":');

export function* unpackGemini(document: Buffer): Generator<RawLine> {
  let count = 0;
  let from = 0;
  while (from < document.length) {
    const next = document.indexOf(NEXT_PART, from);
    const end = next === -1 ? document.length : next + 1;
    for (const line of splitDocument(document.subarray(from, end), 'messages')) {
      if (line.line > 0) yield { line: (count += 1), offset: from + line.offset, bytes: line.bytes };
      else if (from === 0 && !EMPTY.test(line.bytes.toString('latin1', 0, 40))) yield line;
    }
    from = end;
  }
}

/** What stands before the messages of a part: nothing. */
const EMPTY = /^\s*\{\s*"messages"\s*:\s*\[\s*\]\s*\}\s*$/;
