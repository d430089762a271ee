import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { cutText } from './cut-text.ts';

test('a short text stays as it is', () => {
  expect(cutText('abc', { head: 2, tail: 2 })).toEqual({ text: 'abc' });
});

test('a long text keeps its head and tail and says what is missing', () => {
  const { text, cutChars } = cutText(`${'a'.repeat(100)}${'b'.repeat(100)}`, { head: 10, tail: 5 });
  expect(text).toBe(`aaaaaaaaaa\n… [185 characters left out] …\nbbbbb`);
  expect(cutChars).toBe(185);
});

test('no character is cut in two, and lengths add up', () => {
  assert(
    property(string({ unit: 'grapheme', minLength: 60, maxLength: 200 }), (text) => {
      const result = cutText(text, { head: 7, tail: 7 });
      expect(result.text.isWellFormed()).toBe(text.isWellFormed());
      if (result.cutChars !== undefined) expect(result.text.replace(/\n… \[\d+ characters left out\] …\n/, '').length + result.cutChars).toBe(text.length);
    }),
  );
});
