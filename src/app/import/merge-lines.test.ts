import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeLines, type KeptLine } from './merge-lines.ts';

const copy = (transcript: number, text: string): KeptLine[] => [...text].map((key, index) => ({ transcript, key, line: index + 1 }));
const merge = (older: string, newer: string): string =>
  mergeLines(copy(1, older), copy(2, newer))
    .map(({ key }) => key)
    .join('');

describe('mergeLines', () => {
  it.each([
    ['a file cut short', 'habcd', 'hab', 'habcd'],
    ['cut short, then written on', 'habcd', 'habxy', 'habcdxy'],
    ['compacted', 'habcd', 'hScde', 'habScde'],
    ['written anew', 'abc', 'xyz', 'abcxyz'],
    ['one that lacks the beginning', 'cde', 'abcde', 'abcde'],
    ['reordered', 'abcd', 'acbd', 'abcd'],
    ['nothing before', '', 'ab', 'ab'],
    ['nothing after', 'ab', '', 'ab'],
  ])('%s', (_, older, newer, merged) => {
    expect(merge(older, newer)).toBe(merged);
  });

  it('takes the newer version of what both have', () => {
    expect(mergeLines(copy(1, 'ab'), copy(2, 'bc')).map(({ transcript, line }) => [transcript, line])).toEqual([
      [1, 1],
      [2, 1],
      [2, 2],
    ]);
  });

  it('holds every record of both once, each copy in its own order, and merging again adds nothing', () => {
    const keys = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 20 }).map((list) => list.map((key) => String.fromCharCode(65 + key)).join(''));
    fc.assert(
      fc.property(keys, keys, (older, newer) => {
        const merged = mergeLines(copy(1, older), copy(2, newer));
        const text = merged.map(({ key }) => key).join('');
        expect([...text].sort()).toEqual([...new Set(older + newer)].sort());
        expect([...text].filter((key) => older.includes(key)).join('')).toBe(older);
        for (const transcript of [1, 2]) {
          const lines = merged.filter((kept) => kept.transcript === transcript).map(({ line }) => line);
          expect(lines).toEqual(lines.toSorted((a, b) => a - b));
        }
        expect(merge(text, newer)).toBe(text);
        expect(merge(text, older)).toBe(text);
      }),
    );
  });
});
