import { createRequire } from 'node:module';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { DRILL_FORMS, type DrillAnswer } from '../../model/drill.ts';
import { assignForm } from './assign-form.ts';
import { chooseShownLines } from './choose-shown-lines.ts';
import { estimateDifficulty, measureDistance } from './estimate-difficulty.ts';
import { identifyDrill, identifyGround } from './identify-drill.ts';
import { hitsLines, listBrokenLines } from './judge-answer.ts';
import { applyMutant, listMutants } from './list-mutants.ts';
import { tallyAnswers } from './tally-answers.ts';
import { compareTexts, toBareHunks } from './to-bare-hunks.ts';

const { parse, Lang } = createRequire(import.meta.url)('@ast-grep/napi') as typeof import('@ast-grep/napi');
const mutate = (text: string): [string, string][] => listMutants(parse(Lang.TypeScript, text).root()).map((one) => [one.operator, applyMutant(text, one)]);

test.each([
  ['boundary-off-by-one', 'const f = (i: number, n: number) => i < n;', 'const f = (i: number, n: number) => i <= n;'],
  ['condition-inverted', 'const f = (a: string) => a === "x";', 'const f = (a: string) => a !== "x";'],
  ['condition-inverted', 'if (isOpen(a)) b();', 'if (!(isOpen(a))) b();'],
  ['error-swallowed', 'function f() { throw new Error("no"); }', 'function f() { return; }'],
  ['error-swallowed', 'try { a(); } catch (e) { report(e); }', 'try { a(); } catch (e) {}'],
  ['null-not-handled', 'const f = (a?: A) => a?.b;', 'const f = (a?: A) => a.b;'],
  ['null-not-handled', 'function f(a) { if (!a) return 0; return a.b; }', 'function f(a) { ; return a.b; }'],
  ['await-missing', 'async function f() { return await g(); }', 'async function f() { return g(); }'],
  ['wrong-default', 'const f = (a?: number) => a ?? 0;', 'const f = (a?: number) => a ?? 1;'],
  ['wrong-default', 'function f(a = true) { return a; }', 'function f(a = false) { return a; }'],
  ['and-for-or', 'const f = (a, b) => a && b;', 'const f = (a, b) => a || b;'],
  ['arguments-swapped', 'move(from, to);', 'move(to, from);'],
  ['sign-turned', 'const f = (a: number) => a - 1;', 'const f = (a: number) => a + 1;'],
])('%s is put into %s', (operator, before, after) => {
  expect(mutate(before)).toContainEqual([operator, after]);
});

test('types, texts and comments are left alone', () => {
  expect(mutate('type A = B<C, D>;\nconst text = "a < b && c";\n// i < n\nimport { a } from "./a.ts";\n')).toEqual([]);
});

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

test('forms are disjoint, stay, and hold about an eighth each', () => {
  const grounds = Array.from({ length: 4000 }, (_, at) => identifyGround([`function f${at}() {}`]));
  const forms = grounds.map(assignForm);
  expect(grounds.map(assignForm)).toEqual(forms);
  for (const form of DRILL_FORMS) expect(Math.abs(forms.filter((one) => one === form).length - 500)).toBeLessThan(80);
  expect(forms.filter((one) => one === 'practice').length).toBeGreaterThan(1850);
});

test('what a fix adds is hit on both sides of where it is missing, and nowhere else', () => {
  const hunks = [{ oldStart: 4, oldLines: 0, newStart: 5, newLines: 1, lines: ['+return;'] }];
  const file = { path: 'a.ts', broken: '', fixed: '', shown: [], hunks };
  expect(listBrokenLines(file)).toEqual([4, 5]);
  expect(hitsLines([file], [{ path: 'a.ts', start: 5, end: 7 }])).toBe(true);
  expect(hitsLines([file], [{ path: 'a.ts', start: 6, end: 7 }])).toBe(false);
  expect(hitsLines([file], [{ path: 'b.ts', start: 4, end: 4 }])).toBe(false);
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

test('unaided answers are counted by themselves, and what showed nothing not at all', () => {
  const { unaided, other } = tallyAnswers([
    answer({}),
    answer({ linesHit: false }),
    answer({ unaided: false }),
    answer({ confirmed: null }),
    answer({ confirmed: null, testHit: false }),
  ]);
  expect(unaided).toMatchObject({ answers: 3, hits: 1 });
  expect(unaided.brier).toBeCloseTo((0.04 + 0.64 + 0.64) / 3);
  expect(other).toMatchObject({ answers: 1, hits: 1 });
});
