import { expect, test } from 'vitest';
import { readDocument } from './read-document.ts';

test('all of its pieces in one, even where the buffer of a piece is used again', () => {
  const buffer = Buffer.alloc(3);
  function* pieces(): Generator<Buffer> {
    for (const piece of ['abc', 'de', 'f']) yield buffer.subarray(0, buffer.write(piece));
  }
  expect(readDocument(pieces())?.toString()).toBe('abcdef');
});

test('over the limit nothing more is asked for', () => {
  let asked = 0;
  function* endless(): Generator<Buffer> {
    for (;;) {
      asked += 1;
      yield Buffer.alloc(4);
    }
  }
  expect(readDocument(endless(), 10)).toBeNull();
  expect(asked).toBe(3);
});
