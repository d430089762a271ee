import { array, assert, constantFrom, nat, property } from 'fast-check';
import { expect, test } from 'vitest';
import { createLineSplitter } from './split-lines.ts';

function split(chunks: readonly Buffer[], limit?: number) {
  const lines: [number, number, string][] = [];
  const tooLong: [number, number][] = [];
  const splitter = createLineSplitter(
    { onLine: ({ line, offset, bytes }) => lines.push([line, offset, bytes.toString()]), onTooLong: (line, bytes) => tooLong.push([line, bytes]) },
    limit,
  );
  for (const chunk of chunks) splitter.write(chunk);
  splitter.end();
  return { lines, tooLong };
}

test.each([
  ['', []],
  ['a', [[1, 0, 'a']]],
  [
    'a\nb',
    [
      [1, 0, 'a'],
      [2, 2, 'b'],
    ],
  ],
  [
    'a\r\n\r\nb\r\n',
    [
      [1, 0, 'a'],
      [3, 5, 'b'],
    ],
  ],
  [
    '\uFEFFa\nb\n',
    [
      [1, 0, 'a'],
      [2, 5, 'b'],
    ],
  ],
  ['\n\na', [[3, 2, 'a']]],
])('%j', (text, expected) => {
  expect(split([Buffer.from(text)]).lines).toEqual(expected);
});

test('a line over the limit is skipped with its length; its neighbours are not', () => {
  const chunks = [Buffer.from('ab\nlonglong'), Buffer.from('longlong'), Buffer.from('long\ncd\n')];
  expect(split(chunks, 8)).toEqual({
    lines: [
      [1, 0, 'ab'],
      [3, 24, 'cd'],
    ],
    tooLong: [[2, 20]],
  });
});

test('a whole line over the limit within one chunk is skipped too', () => {
  expect(split([Buffer.from('123456789\nab')], 8)).toEqual({ lines: [[2, 10, 'ab']], tooLong: [[1, 9]] });
});

test('lines and offsets do not depend on how the bytes are cut', () => {
  const texts = array(constantFrom('a', 'é', '\n', '\r\n', '{"b":"c"}', '😀', '0123456789'), { maxLength: 40 });
  assert(
    property(texts, array(nat(20)), (parts, sizes) => {
      const bytes = Buffer.from(parts.join(''));
      expect(split(cut(bytes, sizes), 16)).toEqual(split([bytes], 16));
    }),
  );
});

function cut(bytes: Buffer, sizes: readonly number[]): Buffer[] {
  const chunks: Buffer[] = [];
  let from = 0;
  for (const size of sizes) {
    chunks.push(bytes.subarray(from, from + size));
    from += size;
  }
  return [...chunks, bytes.subarray(from)];
}
