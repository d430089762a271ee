import { array, assert, integer, property, string, uniqueArray } from 'fast-check';
import { expect, test } from 'vitest';
import type { Comparison, ComparisonJudgement } from '../../model/comparison.ts';
import { sealComparison } from './check-judgement.ts';
import { drawLetters } from './draw-letters.ts';
import { resolveComparison } from './resolve-comparison.ts';

const toRandom = (numbers: readonly number[]): (() => number) => {
  let at = 0;
  return () => (numbers[at++ % numbers.length] ?? 0) / 1000;
};

test('letters are drawn for each output once, whatever order they were named in', () => {
  assert(
    property(
      uniqueArray(string({ minLength: 1 }), { minLength: 2, maxLength: 6 }),
      array(integer({ min: 0, max: 999 }), { minLength: 1 }),
      (commits, numbers) => {
        const outputs = commits.map((commit) => ({ ref: commit, commit }));
        const drawn = drawLetters(outputs, toRandom(numbers));
        expect(drawn.map(({ letter }) => letter)).toEqual([...'ABCDEF'].slice(0, commits.length));
        expect(drawn.map(({ commit }) => commit).sort()).toEqual([...commits].sort());
        expect(drawLetters(outputs.toReversed(), toRandom(numbers))).toEqual(drawn);
      },
    ),
  );
});

const drawn: Comparison = {
  id: 'c',
  repository: '/r',
  base: '0',
  seed: 's',
  drawnAt: '2026-03-02T09:00:00.000Z',
  outputs: [
    { letter: 'A', ref: 'one', commit: '1' },
    { letter: 'B', ref: 'two', commit: '2' },
  ],
  state: 'drawn',
  judgement: null,
  results: [],
};
const judgement = { ranking: ['B', 'A'], passes: { A: 20, B: 90 }, reason: 'B handles the empty list.', sealedAt: '2026-03-02T09:05:00.000Z' };

test('a judgement is sealed once, and whole', () => {
  const sealed = sealComparison(drawn, judgement);
  expect(sealed).toMatchObject({ ok: true, value: { state: 'sealed', judgement } });
  if (sealed.ok) expect(sealComparison(sealed.value, judgement)).toMatchObject({ ok: false, problem: { tag: 'conflict' } });
  const wrongs: Partial<ComparisonJudgement>[] = [
    { ranking: ['B', 'B'] },
    { ranking: ['B'] },
    { ranking: ['B', 'C'] },
    { passes: { A: 20 } },
    { passes: { A: 20, B: 90, C: 5 } },
  ];
  for (const wrong of wrongs) expect(sealComparison(drawn, { ...judgement, ...wrong })).toMatchObject({ ok: false, problem: { tag: 'wrong-usage' } });
});

const result = (letter: string, passed: boolean | null, hidden?: boolean | null) => ({
  letter,
  passed,
  failingTests: [],
  command: 'node --test',
  durationMs: 1,
  ...(hidden === undefined ? {} : { hidden: { passed: hidden, failingTests: [] } }),
});

test('the checks settle who was right, the hidden ones too', () => {
  expect(resolveComparison({ judgement, results: [result('A', true, false), result('B', true, true)] })).toEqual({
    brier: expect.closeTo((0.2 ** 2 + 0.1 ** 2) / 2, 10),
    bestPasses: true,
    pairs: { right: 1, of: 1 },
  });
  expect(resolveComparison({ judgement, results: [result('A', true), result('B', false)] })).toMatchObject({ bestPasses: false, pairs: { right: 0, of: 1 } });
  expect(resolveComparison({ judgement, results: [result('A', true), result('B', true)] })).toMatchObject({ pairs: { right: 0, of: 0 } });
});

test('what could not be run settles nothing', () => {
  expect(resolveComparison({ judgement, results: [result('A', null), result('B', true, null)] })).toEqual({
    brier: null,
    bestPasses: null,
    pairs: { right: 0, of: 0 },
  });
  expect(resolveComparison({ judgement: null, results: [] })).toBeNull();
});
