import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutQuote } from './place-candidate.ts';
import { toShortCommand, toShortName } from './short-name.ts';

test('a quote is cut where a word ends', () => {
  expect(cutQuote('the parser drops the last line of the file', 20)).toBe('the parser drops…');
  expect(cutQuote('the parser drops it, and “then', 28)).toBe('the parser drops it, and…');
  expect(cutQuote('read `src/parse.ts` and `src/print.ts`', 32)).toBe('read `src/parse.ts` and…');
  expect(cutQuote('a'.repeat(50), 20)).toBe(`${'a'.repeat(19)}…`);
});

test('a quote is never longer than asked, and never ends inside a sign', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 10, max: 80 }), (text, most) => {
      const cut = cutQuote(text, most);
      expect(cut.length).toBeLessThanOrEqual(most + 1);
      expect(cut.isWellFormed()).toBe(true);
    }),
  );
});

test('a path is named by its last parts, a command by its first line', () => {
  expect(toShortName('src/parse.ts')).toBe('src/parse.ts');
  expect(toShortName('/home/someone/project/src/parse.ts')).toBe('src/parse.ts');
  expect(toShortCommand('npm test', 40)).toBe('npm test');
  expect(toShortCommand('git commit -m "$(cat <<\'EOF\'\nkeep every row\nEOF\n)"', 40)).toBe('git commit -m …');
});
