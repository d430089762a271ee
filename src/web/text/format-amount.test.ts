import { describe, expect, it } from 'vitest';
import { formatBytes, formatCount, formatDuration, joinWords, toNumberWord } from './format-amount.ts';

describe('amounts', () => {
  it('counts with the right word', () => {
    expect(formatCount(1, 'edit')).toBe('1 edit');
    expect(formatCount(4212, 'edit')).toBe('4,212 edits');
    expect(formatCount(2, 'entry', 'entries')).toBe('2 entries');
    expect([toNumberWord(0), toNumberWord(11), toNumberWord(40)]).toEqual(['no', 'eleven', '40']);
  });

  it.each([
    [0, '0 s'],
    [12, 'under 0.1 s'],
    [420, '0.4 s'],
    [2100, '2.1 s'],
    [59_960, '1 min'],
    [200_000, '3 min 20 s'],
    [3_599_700, '1 h'],
    [7_500_000, '2 h 5 min'],
  ])('%i ms is %s', (ms, said) => {
    expect(formatDuration(ms)).toBe(said);
  });

  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [999_600, '1.0 MB'],
    [4_560, '4.6 kB'],
    [12_400_000, '12 MB'],
  ])('%i bytes are %s', (bytes, said) => {
    expect(formatBytes(bytes)).toBe(said);
  });

  it('joins words as prose does', () => {
    expect([joinWords([]), joinWords(['a']), joinWords(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b and c']);
  });
});
