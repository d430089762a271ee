import { describe, expect, it } from 'vitest';
import { asksAbout, asksToUnderstand, asksWhetherSo } from './asks-to-understand.ts';

describe('a message that asks to understand', () => {
  it.each([
    "what's the purpose of the second index though",
    'how does the other tool calculate the rate',
    'keep it. if two runs overlap how does it tell them apart',
    "so doesn't that mean we lose the last line",
    'what can be a reason I see none of them?',
    'how would we get that key?',
    "I don't understand the purpose of the wrapper",
    'the queue is emptied first, right?',
    'will this be slower',
    'or is the shared folder the problem?',
    'we changed the lock last week, could that be related?',
    'are we testing any of this against a slow disk?',
    'what did the old flag get replaced with',
    'we had a lock there before, why did we drop it',
  ])('%s', (own) => {
    expect(asksToUnderstand(own)).toBe(true);
  });

  it.each([
    'can you add a test for it?',
    'what is the status, ready to merge?',
    'is the worker done',
    'make sure it does not fail',
    'add a page that explains the states',
    'where is the log saved',
    'or is it merged?',
    'are we done with the tests?',
    'what about a second column?',
    'why did you delete the test?',
  ])('not: %s', (own) => {
    expect(asksToUnderstand(own)).toBe(false);
  });
});

describe('a message that asks about a thing', () => {
  it.each(['does this lock the whole table', 'could two requests hit this at the same time', 'how expensive is this call', 'any reason we use a map here'])(
    '%s',
    (own) => {
      expect(asksAbout(own)).toBe(true);
    },
  );

  it.each(['is the pull request merged?', 'run it again', 'should I restart the server?', 'how about adding a chart?', 'what do you recommend'])(
    'not: %s',
    (own) => {
      expect(asksAbout(own)).toBe(false);
    },
  );

  it('takes a statement with a question mark for a belief, not a wish put that way', () => {
    expect(asksWhetherSo('so this runs on every render?')).toBe(true);
    expect(asksWhetherSo('so the token gets refreshed before it ends?')).toBe(true);
    expect(asksWhetherSo('and for now can we write it down there?')).toBe(false);
  });
});
