import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupLeaves, listLeaves } from './list-leaves.ts';
import { splitMarks, toChosenText } from './split-marks.ts';

test('every text of what would leave is on the page', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const shown = listLeaves(value);
      const groups = groupLeaves(shown);
      expect(groups.flatMap(({ texts, rest }) => [...texts, ...rest])).toHaveLength(shown.length);
      const texts: string[] = [];
      JSON.stringify(value, (_, item: unknown) => {
        if (typeof item === 'string') texts.push(item);
        return item;
      });
      for (const text of texts) expect(shown.some((leaf) => leaf.text.includes(text))).toBe(true);
    }),
  );
});

test('values stand under their event or field, ids and numbers apart from texts', () => {
  const groups = groupLeaves(
    listLeaves({ question: 'Why?', shown: [{ id: 'e1', line: 4, kind: 'edit', path: 'a.ts', hunks: [{ lines: ['-one', '+two'] }] }], cwd: null }),
  );
  expect(groups.map(({ title }) => title)).toEqual(['question', 'shown[0]', 'cwd']);
  expect(groups[1]?.texts).toEqual([
    { path: 'path', text: 'a.ts', isText: true },
    { path: 'hunks[0].lines', text: '-one\n+two', isText: true },
  ]);
  expect(groups[1]?.rest.map(({ path, text }) => `${path} ${text}`)).toEqual(['id e1', 'line 4', 'kind edit']);
});

test('marks are told apart from the text around them, and put together they are the text', () => {
  const text = 'a [secret:github-token-1] b [email-2][outside]/x [not-a-mark]';
  expect(splitMarks(text).flatMap((part) => (part.isMark ? [part.text] : []))).toEqual(['[secret:github-token-1]', '[email-2]', '[outside]']);
  expect(
    splitMarks(text)
      .map((part) => part.text)
      .join(''),
  ).toBe(text);
});

test('what can be taken out is text that stands there', () => {
  expect(toChosenText('  Bluebird ')).toBe('Bluebird');
  for (const no of ['ab', ' ', 'x [email-1] y', 'x'.repeat(2001)]) expect(toChosenText(no)).toBeNull();
});
