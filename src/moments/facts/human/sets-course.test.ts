import { describe, expect, it } from 'vitest';
import { setsCourse } from './sets-course.ts';

describe('a message that sets another course', () => {
  it.each([
    "can't we keep the names as they were?",
    "shouldn't we have one file per case",
    "why don't we read it once?",
    'no users so far, so no need for the old format',
    'avoid inventing a format of our own',
    'given how few use it maybe drop it altogether',
    'the problem is that this only works when nobody else writes',
    'it has nothing to do with the cache',
    "that's the symptom, not the cause",
    'a longer timeout only moves the problem',
    "that pattern won't match other alphabets",
    'the spec says 404',
    'that belongs in the service layer',
    'nobody calls the first version any more',
    'this breaks existing clients',
    'can we do this without a new dependency?',
    "let's only write the first page for now",
  ])('%s', (own) => {
    expect(setsCourse(own)).toBe(true);
  });

  it.each([
    'how does the cache work?',
    'can you add a column?',
    "shouldn't the entries have been reused?",
    'is it safe to delete the lock?',
    'commit',
    "let's just commit",
  ])('not: %s', (own) => {
    expect(setsCourse(own)).toBe(false);
  });
});
