/** Why bytes are no text that could be a transcript; undefined when they may be one. */
import { isUtf8 } from 'node:buffer';

const MAGIC: readonly (readonly [Buffer, string])[] = [
  [Buffer.from([0x1f, 0x8b]), 'It is gzip-compressed; unpack it first.'],
  [Buffer.from('PK\u0003\u0004', 'latin1'), 'It is a zip archive; unpack it first.'],
  [Buffer.from([0x28, 0xb5, 0x2f, 0xfd]), 'It is zstd-compressed; unpack it first.'],
  [Buffer.from('SQLite format 3\0', 'latin1'), 'It is an SQLite database of no agent Rounds knows.'],
];

/** @param isWhole the head is the whole file, so nothing is cut off at its end */
export function describeUnreadable(head: Buffer, isWhole: boolean): string | undefined {
  if (head.length === 0) return 'The file is empty.';
  const magic = MAGIC.find(([bytes]) => head.subarray(0, bytes.length).equals(bytes));
  if (magic) return magic[1];
  if (isUtf16(head)) return 'It is written in UTF-16; transcripts are UTF-8.';
  if (head.includes(0)) return 'It is a binary file.';
  if (!isUtf8(isWhole ? head : withoutCutCharacter(head))) return 'It is not valid UTF-8 text.';
  return head.toString('utf8').trim() === '' ? 'The file holds nothing but blanks.' : undefined;
}

/** A mark, or every second byte of the first ones zero. */
function isUtf16(head: Buffer): boolean {
  if (head.length >= 2 && ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff))) return true;
  const start = head.subarray(0, 64);
  if (start.length < 8) return false;
  const isZeroAt = (parity: number) => start.every((byte, index) => (index % 2 === parity ? byte === 0 : byte !== 0));
  return isZeroAt(0) || isZeroAt(1);
}

/** The head may end inside a character of up to four bytes. */
function withoutCutCharacter(head: Buffer): Buffer {
  for (let back = 1; back <= 4 && back <= head.length; back += 1) {
    if (((head.at(-back) ?? 0) & 0xc0) !== 0x80) return head.subarray(0, head.length - back);
  }
  return head;
}
