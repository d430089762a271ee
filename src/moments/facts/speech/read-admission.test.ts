import { expect, it } from 'vitest';
import { readMatchingWords } from './matching-words.ts';
import { readAdmission } from './read-admission.ts';

const admits = (sentence: string): string | null => readAdmission(sentence.toLowerCase());

it.each([
  "You're absolutely right.",
  'I was wrong about the cache.',
  'My mistake: the flag is `--all`.',
  'I misread the trace.',
  'Good catch!',
  'My earlier fix broke the import.',
  'I apologize, I made that up.',
  'I assumed the list was sorted.',
])('explicit: %s', (sentence) => {
  expect(admits(sentence)).toBe('explicit');
});

it.each([
  'Wait, the lock is never released.',
  'Actually, the tests use another database.',
  'The real issue is the stale index.',
  'I see the problem.',
  'Looks like `--watch-all` does not exist.',
  'It turns out the file is generated.',
  "That didn't help.",
])('implied: %s', (sentence) => {
  expect(admits(sentence)).toBe('implied');
});

it.each([
  'Let me check which files are actually used.',
  'Now I understand the structure.',
  'If I am wrong, tell me.',
  'The right place is `src/a.ts`.',
  'Tests pass.',
  'I should have everything now.',
])('none: %s', (sentence) => {
  expect(admits(sentence)).toBeNull();
});

it('finds the words that name what is taken back', () => {
  expect(readMatchingWords('I was wrong: `parseDate` in src/time/parse.ts does not handle zones.')).toEqual([
    'parseDate',
    'src/time/parse.ts',
    'handle',
    'zones',
  ]);
});

it.each(['_$', 'A.', 'aA', '`', 'a-', '$'])('ends on many %j', (piece) => {
  expect(readMatchingWords(piece.repeat(200_000)).length).toBeLessThanOrEqual(24);
});
