import { describe, expect, it } from 'vitest';
import { asksToUnderstand } from './asks-to-understand.ts';

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
    'what about a second column?',
    'why did you delete the test?',
  ])('not: %s', (own) => {
    expect(asksToUnderstand(own)).toBe(false);
  });
});
