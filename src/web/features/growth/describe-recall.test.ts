import { expect, it } from 'vitest';
import { describeReturn } from './describe-recall.ts';

it('says when a card comes back, and what kind of recall it was', () => {
  expect(describeReturn({ days: 1, kind: 'plain' })).toBe('It comes back in 1 day.');
  expect(describeReturn({ days: 11, kind: 'transfer' })).toBe('It comes back in 11 days. It was a transfer: the case came from somewhere else than the rule.');
});
