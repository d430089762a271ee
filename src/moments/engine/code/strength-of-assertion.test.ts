import { expect, test } from 'vitest';
import { strengthOf } from './strength-of-assertion.ts';

test.each([
  [3, { subject: 'sum', matcher: 'toBe', expected: '120' }],
  [3, { subject: 'job.source', matcher: 'toBeNull' }],
  [3, { subject: 'sum', matcher: '==', expected: '120' }],
  [3, { subject: 'sum', matcher: 'if !=', expected: '120' }],
  [3, { subject: 'post', matcher: 'toHaveBeenCalledWith', expected: "'/mail'" }],
  [2, { subject: 'text', matcher: 'toContain', expected: "'tax'" }],
  [2, { subject: 'sum', matcher: 'if <', expected: '1' }],
  [2, { subject: 'sum == 120', matcher: 'self.assertTrue' }],
  [1, { subject: 'sum', matcher: 'toBeDefined' }],
  [1, { subject: 'sum', matcher: 'is not', expected: 'None' }],
  [1, { subject: 'sum', matcher: 'toEqual', expected: 'expect.any(Number)' }],
  [1, { subject: 'post', matcher: 'toHaveBeenCalled' }],
  [1, { subject: 'client', matcher: 'if ==', expected: 'nil' }],
])('pins down %i: %o', (strength, words) => {
  expect(strengthOf(words)).toBe(strength);
});
