import { expect, it } from 'vitest';
import { describeFirsts, describeResult } from './describe-result.ts';

const result = (letter: string, passed: boolean | null, over = {}) => ({ letter, passed, failingTests: [], command: 'npm test', durationMs: 1, ...over });

it('says in one sentence who ranked what first and how that went', () => {
  const results = [result('A', true), result('B', false), result('C', null), result('D', true, { hidden: { passed: false, failingTests: ['of nothing'] } })];
  expect(describeFirsts(['A'], results)).toBe('You ranked A first, and it passes.');
  expect(describeFirsts(['B', 'B'], results)).toBe('You all ranked B first, but it fails.');
  expect(describeFirsts(['A', 'B'], results)).toBe('You differ on the best: A, B.');
  expect(describeFirsts(['C'], results)).toBe('You ranked C first.');
  expect(describeFirsts(['D'], results)).toBe('You ranked D first, but it fails.');
  expect(describeFirsts([], results)).toBe('Nobody ranked them.');
});

it('names what fails, and whether it was hidden', () => {
  expect(describeResult(result('B', false, { failingTests: ['one', 'two', 'three', 'four'] }))).toBe('Fails: one; two; three and 1 more.');
  expect(describeResult(result('D', true, { hidden: { passed: false, failingTests: ['of nothing'] } }))).toBe('Fails the hidden tests: of nothing.');
  expect(describeResult(undefined)).toBe('Its tests could not be run.');
});
