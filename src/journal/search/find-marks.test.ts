import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMarks, toSnippet } from './find-marks.ts';
import { parseSearchQuery } from './parse-search-query.ts';

const marked = (text: string, query: string): string[] => findMarks(text, parseSearchQuery(query)).map(({ from, to }) => text.slice(from, to));

describe('where the words stand', () => {
  it.each([
    ['Run the Test again: test', 'test', ['Test', 'test']],
    ['the race  condition', '"race condition"', ['race  condition']],
    ['retry, retries, retrying', 'retr*', ['retry', 'retries', 'retrying']],
    ['const byUserId = getUserId()', 'userId', ['UserId', 'UserId']],
    ['src/app/open-app.ts', 'app/open', ['app/open']],
    ['parse_user_id(x)', 'userId', ['user_id']],
    ['Crème brûlée', 'creme', ['Crème']],
    ['nothing here', 'here -nothing', ['here']],
  ])('%s, asked for %s', (text, query, expected) => expect(marked(text, query)).toEqual(expected));
});

describe('a snippet', () => {
  it('shows the piece where most of the words stand together', () => {
    const text = `alpha ${'filler '.repeat(80)}\nalpha beta gamma ${'more '.repeat(80)}`;
    const { text: shown, marks, cutBefore, cutAfter } = toSnippet(text, parseSearchQuery('alpha beta'));
    expect(shown.startsWith('alpha beta gamma')).toBe(true);
    expect(marks.map(({ from, to }) => shown.slice(from, to))).toEqual(['alpha', 'beta']);
    expect([cutBefore, cutAfter]).toEqual([true, true]);
  });

  it('is a whole short text', () => {
    expect(toSnippet('npm test', parseSearchQuery('test'))).toEqual({ text: 'npm test', marks: [{ from: 4, to: 8 }], cutBefore: false, cutAfter: false });
  });

  it('is short, marks what it shows, and cuts no character in two', () => {
    const texts = fc.array(fc.constantFrom('word', 'otherWord', ' ', '\n', '😀', 'x'.repeat(90), '-', 'é'), { maxLength: 200 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const { text: shown, marks } = toSnippet(text, parseSearchQuery('word'));
        expect(shown.length).toBeLessThanOrEqual(202);
        expect(shown.isWellFormed()).toBe(true);
        expect(marks.map(({ from, to }) => shown.slice(from, to).toLowerCase()).filter((word) => !word.startsWith('word'))).toEqual([]);
      }),
    );
  });
});
