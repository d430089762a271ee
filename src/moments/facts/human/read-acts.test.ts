import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HumanAct } from '../facts.ts';
import { readActs } from './read-acts.ts';

const actsOf = (own: string, rest: Partial<Parameters<typeof readActs>[1]> = {}): HumanAct[] =>
  [...readActs(own, { follows: true, pasted: 'none', refusedWork: false, ...rest })].sort();

describe('what a person does with a message', () => {
  it.each([
    'no, use the existing helper',
    "that's not what I asked for",
    'you forgot the empty list',
    'why did you delete the test?',
    "Don't touch the lockfile",
    'It should be in the footer, not in the header',
    'the first part is not correct, hooks add it too',
    "I've reverted your changes, focus on the parser",
    "I don't think this is right",
    'revert that',
    'I like that you split it, but you forgot the index',
  ])('correction: %s', (own) => {
    expect(actsOf(own)).toContain('correction');
  });

  it.each([
    'add a parser for dates',
    'commit',
    'yes, go ahead',
    'no problem, continue',
    'can you add a test for it?',
    'thanks!',
    'rename the button to "Do not disturb"',
    'make sure it does not fail on Windows',
    "is it ok if we don't use the cache?",
    'review the PR, do not change anything',
    "Good that you didn't skip it. We found three broken archives",
    "I'm glad that you didn't delete the backup",
    'You were right. QA has corrected the value',
  ])('no correction: %s', (own) => {
    expect(actsOf(own)).not.toContain('correction');
  });

  it.each([
    ['why is the cache cleared twice?', ['question']],
    ['can you explain how the lock works', ['question']],
    ['yes', ['approval']],
    ['looks good, commit and push', ['approval']],
    ['thanks!', ['acknowledgement']],
    ['the login page is broken', ['report']],
    ["I don't see the button", ['report']],
    ['please add a dark mode', ['request']],
  ] as const)('%s: %j', (own, acts) => {
    expect(actsOf(own)).toEqual(expect.arrayContaining([...acts]));
  });

  it('takes what broke, told after praise, for no report', () => {
    expect(actsOf("Good that you didn't skip it. We found three broken archives")).not.toContain('report');
  });

  it('sees no correction in a first message', () => {
    expect(actsOf('do not use the old API, it is wrong', { follows: false })).not.toContain('correction');
  });

  it('takes words that come with a refused change for a correction, unless they go on', () => {
    expect(actsOf('the footer has its own style file', { refusedWork: true })).toContain('correction');
    expect(actsOf('sorry, continue', { refusedWork: true })).not.toContain('correction');
  });

  it('takes a message that is only pasted for a report', () => {
    expect(actsOf('', { pasted: 'all' })).toEqual(['report']);
  });

  it.each(['no ', 'you ', 'i ', 'commit ', 'ok', '?', ' ', 'still now '])('ends on a megabyte of %j', (piece) => {
    expect(actsOf(piece.repeat(1_000_000 / piece.length)).length).toBeGreaterThanOrEqual(0);
  });

  it('gives every message with words an act', () => {
    fc.assert(
      fc.property(
        fc.lorem({ maxCount: 20 }).filter((own) => /[a-z]{2}/.test(own)),
        (own) => actsOf(own).length > 0,
      ),
    );
  });
});
