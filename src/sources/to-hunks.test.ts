import { describe, expect, test } from 'vitest';
import { HUNK_LINE_LIMIT } from './cut-text.ts';
import { applyHunks, limitHunks, parseUnifiedDiff, toCreateHunks, toFragmentHunks } from './to-hunks.ts';

describe('parseUnifiedDiff', () => {
  test('several hunks, with file headers and remarks left out', () => {
    expect(parseUnifiedDiff('--- a\n+++ b\n@@ -1 +1,2 @@ fn\n-a\n+b\n+c\n\\ No newline at end of file\n@@ -9,2 +10,1 @@\n x\n-y\n')).toEqual([
      { oldStart: 1, oldLines: 1, newStart: 1, newLines: 2, lines: ['-a', '+b', '+c'] },
      { oldStart: 9, oldLines: 2, newStart: 10, newLines: 1, lines: [' x', '-y'] },
    ]);
  });

  test('text that is no diff has no hunks', () => {
    expect(parseUnifiedDiff('hello\n+b')).toEqual([]);
  });
});

describe('applyHunks', () => {
  test.each([
    ['a\nb\nc\n', '@@ -2 +2 @@\n-b\n+B', 'a\nB\nc\n'],
    ['a\nb\nc', '@@ -3 +3 @@\n-c\n+C', 'a\nb\nC'],
    ['a\nb', '@@ -2 +2,2 @@\n b\n+c', 'a\nb\nc'],
    ['a\nb\n', '@@ -0,0 +1 @@\n+z', 'z\na\nb\n'],
    ['a\nb\n', '@@ -1,0 +2 @@\n+z', 'a\nz\nb\n'],
    ['a\nb\nc\nd\n', '@@ -1 +0,0 @@\n-a\n@@ -4 +3 @@\n-d\n+D', 'b\nc\nD\n'],
    ['abc\n', '@@ -1 +1 @@\n-ab\n+x', undefined],
    ['a\n', '@@ -9 +9 @@\n-a\n+x', undefined],
    ['a\nb\nc\n', '@@ -3 +3 @@\n-c\n+C\n@@ -1 +1 @@\n-a\n+A', undefined],
  ])('%j with %j', (before, diff, after) => {
    expect(applyHunks(before, parseUnifiedDiff(diff))).toBe(after);
  });
});

test('a new file is one hunk', () => {
  expect(toCreateHunks('a\n\nb\n')).toEqual([{ oldStart: 0, oldLines: 0, newStart: 1, newLines: 3, lines: ['+a', '+', '+b'] }]);
  expect(toCreateHunks('')).toEqual([]);
});

test('a fragment whose place is unknown starts at 0', () => {
  expect(toFragmentHunks('a', 'b\nc')).toEqual([{ oldStart: 0, oldLines: 1, newStart: 0, newLines: 2, lines: ['-a', '+b', '+c'] }]);
});

test('hunks are cut to the limit of lines, their lengths stay true', () => {
  const [hunk, ...rest] = limitHunks([...toCreateHunks('a\n'.repeat(HUNK_LINE_LIMIT + 5)), ...toCreateHunks('b')]);
  expect(hunk).toMatchObject({ newLines: HUNK_LINE_LIMIT + 5 });
  expect(hunk?.lines).toHaveLength(HUNK_LINE_LIMIT);
  expect(rest).toEqual([]);
});
