import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discloses } from './discloses.ts';
import { readClaim, readReasonedClaim } from './read-claim.ts';
import { splitSentences } from './split-sentences.ts';

const claimsOf = (message: string): string[] => splitSentences(message).flatMap((sentence) => readClaim(sentence)?.type ?? []);
const firstOf = (message: string): string | undefined => claimsOf(message)[0];

describe('claims', () => {
  it.each([
    ['All 12 tests pass.', 'tests-pass'],
    ['**Tests**: 12 passed, 0 failed', 'tests-pass'],
    ['The full suite is green, so I will commit now.', 'tests-pass'],
    ['12 tests pass with no failures.', 'tests-pass'],
    ['Type check is clean.', 'clean'],
    ['| Unit tests | ✅ 12 passed |', 'tests-pass'],
    ['The build succeeds without warnings.', 'clean'],
    ['There are no lint errors left.', 'clean'],
    ['The race is fixed.', 'fixed'],
    ['This resolves the crash on empty input.', 'fixed'],
    ['It no longer crashes when the list is empty.', 'fixed'],
    ['The login flow now works correctly.', 'works'],
    ['Verified end to end that the export works.', 'works'],
    ['Done.', 'complete'],
    ['The migration is complete.', 'complete'],
    ["I've implemented the retry as you asked.", 'complete'],
    ['The crash happens because `load()` returns null.', 'cause'],
    ['The root cause is a missing await.', 'cause'],
    ['`parseDate` already handles time zones.', 'fact'],
  ])('%s', (sentence, type) => {
    expect(firstOf(sentence)).toBe(type);
  });

  it.each([
    'Let me make sure all tests pass.',
    "I'll run the tests until they pass.",
    'Once the tests pass, we can merge.',
    'Do all tests pass?',
    '3 tests are still failing.',
    'Not all tests pass.',
    'The tests do not pass yet.',
    "The tests won't pass with the race detector.",
    'Run the suite to verify that everything works.',
    'Now verify lint and tests pass:',
    'How it works',
    'The bug is not fixed yet.',
    'If the build succeeds we are done.',
    'Next, fix the parser.',
    'We pass the token to every test.',
  ])('no result in: %s', (sentence) => {
    expect(['tests-pass', 'clean', 'fixed', 'works', 'complete']).not.toContain(firstOf(sentence));
  });

  it('marks what is said with reserve', () => {
    const [sentence] = splitSentences('The fix should work now, tests likely pass.');
    expect(sentence && readClaim(sentence)?.hedged).toBe(true);
  });

  it('reads neither code blocks nor tables nor quotes', () => {
    expect(claimsOf('```\nAll tests pass.\n```\n| Done. | x |\n> The bug is fixed.')).toEqual([]);
  });

  it('keeps only short, plain beliefs from reasoning', () => {
    const sentences = splitSentences('All tests pass. The root cause is the cache. The problem is probably the cache.');
    expect(sentences.map((sentence) => readReasonedClaim(sentence)?.type ?? null)).toEqual([null, 'cause', null]);
  });
});

describe('discloses', () => {
  it.each([
    'I have not run the tests.',
    'Two failures are pre-existing.',
    'I could not run the suite here.',
    '2 tests still fail.',
    'The export is not yet implemented.',
    'You will need to manually test it.',
  ])('%s', (message) => {
    expect(discloses(message)).toBe(true);
  });

  it.each(['All tests pass.', 'The parser is done and everything is green.', '0 failed, 12 passed.'])('nothing in: %s', (message) => {
    expect(discloses(message)).toBe(false);
  });
});

describe('hostile messages', () => {
  it.each(['a ', 'tests ', 'not ', '. A', '`', 'i ', 'still ', 'No error ', 'the ', '\n- '])('end on a megabyte of %j', (piece) => {
    const message = piece.repeat(1_000_000 / piece.length);
    expect(claimsOf(message).length + Number(discloses(message))).toBeGreaterThanOrEqual(0);
  });

  it('never break the reader', () => {
    fc.assert(fc.property(fc.string({ maxLength: 2000 }), (message) => void claimsOf(message)));
  });
});
