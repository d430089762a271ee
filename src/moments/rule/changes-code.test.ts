import { expect, test } from 'vitest';
import type { EditFact } from '../facts/facts.ts';
import { changesCode } from './changes-code.ts';

const toLines = (texts: readonly string[]) => texts.map((text) => ({ number: 0, text }));
const toEdit = (removed: readonly string[], added: readonly string[]) => ({ removed: toLines(removed), added: toLines(added) }) as unknown as EditFact;

test('other code is a change', () => {
  expect(changesCode(toEdit(['return price;'], ['return round(price);']))).toBe(true);
  expect(changesCode(toEdit(['const unused = 1;'], []))).toBe(true);
});

test.each([
  ['quiets a checker', [], ['// eslint-disable-next-line no-console']],
  ['lays out the same code anew', ['load(a, b);'], ['load(', '  a,', '  b,', ');']],
  ['adds a comment', ['run();'], ['// on purpose', 'run();']],
  ['fills a gap with nothing', [], ['  rows: [],']],
])('%s: no change', (_, removed, added) => {
  expect(changesCode(toEdit(removed, added))).toBe(false);
});

test('a comment counts where it was what failed', () => {
  expect(changesCode(toEdit([' * a */ b'], [' * a b']), { commentsCount: true })).toBe(true);
});
