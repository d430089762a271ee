import { expect, test } from 'vitest';
import { isMarked, MOST_MARKS, setMarks, toLines, type Mark } from './marks.ts';

const at = (...lines: number[]): Mark[] => lines.map((line) => ({ path: 'a.ts', line }));

test('lines are marked, freed, and never more than name a place', () => {
  const marked = setMarks(at(3), at(4, 5), true);
  expect(marked).toEqual(at(3, 4, 5));
  expect(setMarks(marked, at(4), false)).toEqual(at(3, 5));
  expect(setMarks(marked, at(3), true)).toHaveLength(3);
  expect(setMarks(at(1, 2, 3, 4, 5), at(6, 7, 8), true)).toHaveLength(MOST_MARKS);
  expect(isMarked(marked, { path: 'b.ts', line: 3 })).toBe(false);
});

test('lines that follow each other are one place, file by file', () => {
  expect(toLines([...at(7, 3, 4), { path: 'A.ts', line: 5 }])).toEqual([
    { path: 'A.ts', start: 5, end: 5 },
    { path: 'a.ts', start: 3, end: 4 },
    { path: 'a.ts', start: 7, end: 7 },
  ]);
});
