import { expect, it } from 'vitest';
import { readChanges } from './changed-lines.ts';

it('numbers changed lines in the file they stand in', () => {
  const { added, removed } = readChanges([
    { oldStart: 10, oldLines: 3, newStart: 12, newLines: 4, lines: [' a', '-b', '+c', '+d', ' e', '\\ No newline at end of file', '+f'] },
  ]);
  expect(removed).toEqual([{ number: 11, text: 'b' }]);
  expect(added).toEqual([
    { number: 13, text: 'c' },
    { number: 14, text: 'd' },
    { number: 16, text: 'f' },
  ]);
});

it('leaves numbers at 0 where the position is unknown', () => {
  expect(readChanges([{ oldStart: 0, oldLines: 1, newStart: 0, newLines: 1, lines: ['-a', '+b'] }]).added).toEqual([{ number: 0, text: 'b' }]);
});

it('keeps at most 400 lines of each side, but counts all', () => {
  const lines = Array.from({ length: 1000 }, (_, at) => `+line ${at}`);
  const { added, newTexts } = readChanges([{ oldStart: 0, oldLines: 0, newStart: 1, newLines: 1000, lines }]);
  expect([added.length, newTexts.length]).toEqual([400, 1000]);
});

it('cancels a moved line as often as it moved', () => {
  const { newTexts, lostTexts } = readChanges([{ oldStart: 1, oldLines: 2, newStart: 1, newLines: 2, lines: ['-x', '-x', '-y', '+  x', '+z'] }]);
  expect([newTexts, lostTexts]).toEqual([['z'], ['x', 'y']]);
});
