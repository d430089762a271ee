import { expect, test } from 'vitest';
import { replaceText } from './replace-text.ts';
import { restoreTabs } from './restore-tabs.ts';

const hunk = (lines: string[], oldStart = 1, newStart = 1) => ({ oldStart, oldLines: lines.length, newStart, newLines: lines.length, lines });

test('leading tabs come back from the file before and after', () => {
  const [restored] = restoreTabs([hunk([' {', '-    a();', '+    b();', ' }'])], '{\n\t\ta();\n}\n', '{\n\t\tb();\n}\n') ?? [];
  expect(restored?.lines).toEqual([' {', '-\t\ta();', '+\t\tb();', ' }']);
});

test('without the file after, added lines stay as they are written', () => {
  expect(restoreTabs([hunk(['-  a', '+  b'])], '\ta\n', undefined)?.[0]?.lines).toEqual(['-\ta', '+  b']);
});

test('hunks that are of another file do not fit', () => {
  expect(restoreTabs([hunk(['-x'])], 'a\n', undefined)).toBeUndefined();
  expect(restoreTabs([hunk(['-a'], 9)], 'a\n', undefined)).toBeUndefined();
  expect(restoreTabs([hunk(['+b'])], 'a\n', 'c\n')).toBeUndefined();
});

test.each([
  ['a b a', { old_string: 'a', new_string: 'c' }, 'c b a'],
  ['a b a', { old_string: 'a', new_string: 'c', replace_all: true }, 'c b c'],
  ['a\nb\n', { old_string: 'a', new_string: '' }, 'b\n'],
  ['$', { old_string: '$', new_string: '$&$1' }, '$&$1'],
  [
    'a',
    {
      edits: [
        { old_string: 'a', new_string: 'b' },
        { old_string: 'b', new_string: 'c' },
      ],
    },
    'c',
  ],
  ['a', { old_string: 'z', new_string: 'b' }, undefined],
])('%j with %j', (before, input, after) => {
  expect(replaceText(before, input)).toBe(after);
});
