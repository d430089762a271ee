import { expect, it } from 'vitest';
import { describeFinding, describePrediction, toPredictions } from './check-predictions.ts';

const HUNKS = [{ id: 'a' }, { id: 'b' }];

it('predictions are whole when every hunk has one, whatever else was written', () => {
  expect(toPredictions(HUNKS, { predictions: { a: { expects: 'nothing' } } })).toBeNull();
  const predictions = { a: { expects: 'nothing' }, b: { expects: 'failure', test: 'last' }, gone: { expects: 'nothing' } } as const;
  expect(Object.keys(toPredictions(HUNKS, { predictions })?.predictions ?? {})).toEqual(['a', 'b']);
});

it('is said in a sentence', () => {
  expect(describePrediction({ expects: 'failure', test: ' ' })).toBe('some test fails');
  expect(describeFinding('needed', ['finds the last'])).toBe('Without it this fails: finds the last.');
  expect(describeFinding('unexplained', [])).toContain('not understood');
});
