import { expect, test } from 'vitest';
import { readDiagnosis } from './read-diagnosis.ts';

test.each([
  'I looked again. The condition hides the section when there are no rows yet.',
  'I see the issue: the second call takes the lock again.',
  'The problem is that an empty list has no last element.',
  'Hmm, this would fail for names with a slash.',
])('reads a diagnosis in: %s', (text) => {
  expect(readDiagnosis(text)).toBeDefined();
});

test.each(['Now let me add the second button.', 'The issue is that the linter wants it on one line.', 'All tests pass.', 'The problem is an unused import.'])(
  'reads none in: %s',
  (text) => {
    expect(readDiagnosis(text)).toBeUndefined();
  },
);
