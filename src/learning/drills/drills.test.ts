import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DrillAnswer, DrillForm } from '../../model/drill.ts';
import { findUnseenLine } from '../../model/find-unseen-line.ts';
import { chooseShownLines } from './choose-shown-lines.ts';
import { estimateDifficulty, measureDistance } from './estimate-difficulty.ts';
import { identifyDrill } from './identify-drill.ts';
import { hitsLines, listBrokenLines } from './judge-answer.ts';
import { tallyAnswers } from './tally-answers.ts';
import { compareTexts, toBareHunks } from './to-bare-hunks.ts';

const lines = fc.array(fc.constantFrom('a', 'b', '  c', ''), { maxLength: 12 });
test('the lines that a comparison names lead from one text to the other', () => {
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const [hunk] = compareTexts(before.join('\n'), after.join('\n'));
      if (!hunk) {
        expect(before.join('\n')).toBe(after.join('\n'));
        return;
      }
      const at = hunk.oldLines === 0 ? hunk.oldStart : hunk.oldStart - 1;
      const old = before.join('\n').split('\n');
      const added = hunk.lines.filter((line) => line[0] === '+').map((line) => line.slice(1));
      expect([...old.slice(0, at), ...added, ...old.slice(at + hunk.oldLines)].join('\n')).toBe(after.join('\n'));
    }),
  );
});

test('a hunk with lines around becomes runs of changed lines at their places', () => {
  const hunk = { oldStart: 10, oldLines: 5, newStart: 20, newLines: 6, lines: [' a', '-b', '+B', ' c', '+d', ' e', ' f'] };
  expect(toBareHunks(hunk)).toEqual([
    { oldStart: 11, oldLines: 1, newStart: 21, newLines: 1, lines: ['-b', '+B'] },
    { oldStart: 12, oldLines: 0, newStart: 23, newLines: 1, lines: ['+d'] },
  ]);
});

test('identity is of content: white space, order and place do not count, the lines around do', () => {
  const one = { lines: ['-  if (i < n)', '+  if (i <= n)'], around: ['for (;;) {', '}'] };
  const other = { lines: ['-x', '+y'], around: [] };
  const id = identifyDrill([one, other]);
  expect(identifyDrill([other, { lines: ['-\tif (i  < n)', '+\tif (i  <= n)'], around: ['for (;;) {', '  }'] }])).toBe(id);
  expect(identifyDrill([{ ...one, around: ['while (true) {', '}'] }, other])).not.toBe(id);
});

test('what a fix adds is hit on both sides of where it is missing, and nowhere else', () => {
  const hunks = [{ oldStart: 4, oldLines: 0, newStart: 5, newLines: 1, lines: ['+return;'] }];
  const file = { path: 'a.ts', broken: '', fixed: '', shown: [], hunks };
  expect(listBrokenLines(file)).toEqual([4, 5]);
  expect(hitsLines([file], [{ path: 'a.ts', start: 5, end: 7 }])).toBe(true);
  expect(hitsLines([file], [{ path: 'a.ts', start: 6, end: 7 }])).toBe(false);
  expect(hitsLines([file], [{ path: 'b.ts', start: 4, end: 4 }])).toBe(false);
});

test('a line that was not shown is no answer', () => {
  const shown = [
    { start: 3, end: 8 },
    { start: 20, end: 24 },
  ];
  const named = (start: number, end = start, path = 'a.ts') => findUnseenLine([{ path: 'a.ts', shown }], [{ path, start, end }]);
  expect(named(3, 8)).toBeNull();
  expect(named(20)).toBeNull();
  expect(named(99)).toEqual({ path: 'a.ts', line: 99 });
  expect(named(8, 9)).toEqual({ path: 'a.ts', line: 9 });
  expect(named(4, 4, 'b.ts')).toEqual({ path: 'b.ts', line: 4 });
});

test('what is shown holds every broken line, in order and without overlap', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 400 }),
      fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 6 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (count, all, offset) => {
        const broken = all.map((line) => Math.min(line, count));
        const shown = chooseShownLines(count, broken, [{ start: 10, end: 40 }], offset);
        for (const line of broken) expect(shown.some(({ start, end }) => start <= line && line <= end)).toBe(true);
        for (const [at, { start, end }] of shown.entries()) {
          expect(start).toBeGreaterThan(shown[at - 1]?.end ?? 0);
          expect(end).toBeGreaterThanOrEqual(start);
        }
      },
    ),
  );
});

test('difficulty grows with what hides a bug', () => {
  const easy = { changedLines: 10, shownLines: 20, files: 1, testDistance: 0, isNamedInOutput: true, survives: false };
  const hard = { changedLines: 2, shownLines: 120, files: 3, testDistance: null, isNamedInOutput: false, survives: true };
  expect(estimateDifficulty(easy).difficulty).toBeLessThan(0.3);
  expect(estimateDifficulty(hard).difficulty).toBeGreaterThan(0.9);
  expect(measureDistance('src/a/b.ts', 'test/b.test.ts')).toBe(3);
});

const answer = (over: Partial<DrillAnswer>): DrillAnswer => ({
  drill: 'a',
  repository: '/r',
  lines: [],
  claim: '',
  test: null,
  sure: 0.8,
  linesHit: true,
  testHit: null,
  confirmed: true,
  unaided: true,
  at: '',
  ...over,
});

const of = (form: DrillForm, over: Partial<DrillAnswer>) => ({ form, answer: answer(over) });

test('unaided answers are counted form by form and apart from the others, and what showed nothing not at all', () => {
  const tallies = tallyAnswers([
    of('0', {}),
    of('0', { linesHit: false }),
    of('3', { confirmed: false, testHit: true }),
    of('practice', {}),
    of('practice', { unaided: false }),
    of('12', { unaided: false, linesHit: false }),
    of('0', { confirmed: false }),
  ]);
  expect(tallies.forms.map(({ form, answers, hits }) => [form, answers, hits])).toEqual([
    ['0', 2, 1],
    ['3', 1, 1],
    ['6', 0, 0],
    ['12', 0, 0],
  ]);
  expect(tallies).toMatchObject({ practice: { answers: 1, hits: 1 }, other: { answers: 2, hits: 1 }, unsettled: 1 });
  const [first, , third] = tallies.forms;
  expect(first?.interval?.low).toBeCloseTo(0.0945, 3);
  expect(first?.interval?.high).toBeCloseTo(0.9055, 3);
  expect(third?.interval).toBeNull();
});
