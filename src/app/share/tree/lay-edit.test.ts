import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Hunk } from '../../../model/hunk.ts';
import { holdsEdit, layEdit } from './lay-edit.ts';

const hunk = (lines: string[], start = 0): Hunk => ({
  oldStart: start,
  oldLines: lines.filter((line) => !line.startsWith('+')).length,
  newStart: start,
  newLines: lines.filter((line) => !line.startsWith('-')).length,
  lines,
});
const lay = (text: string, hunks: Hunk[]): string | null => {
  const texts = new Map([['a', text]]);
  return layEdit(texts, { change: 'update', hunks }, 'a', null) ? (texts.get('a') ?? null) : null;
};

test('an edit is made where its lines stand, also after others moved them', () => {
  expect(lay('1\n2\n3\n', [hunk([' 1', '-2', '+two', ' 3'], 1)])).toBe('1\ntwo\n3\n');
  expect(lay('0\n1\n2\n3\n', [hunk([' 1', '-2', '+two', ' 3'], 1)])).toBe('0\n1\ntwo\n3\n');
  expect(lay('1\r\n2\r\n', [hunk(['-2', '+two'])])).toBe('1\r\ntwo\r\n');
  expect(lay('a\nb\na\nb\n', [hunk(['-a', '+x'], 1), hunk(['-a', '+y'], 3)])).toBe('x\nb\ny\nb\n');
});

test('an edit whose place is not sure, or that is not whole, is not made', () => {
  expect(lay('a\nb\na\n', [hunk(['-a', '+x'])])).toBeNull();
  expect(lay('a\n', [hunk(['-c', '+x'], 1)])).toBeNull();
  expect(lay('a\n', [{ ...hunk(['-a', '+x'], 1), newLines: 900 }])).toBeNull();
  const texts = new Map<string, string>();
  expect(layEdit(texts, { change: 'update', hunks: [hunk(['-a', '+x'])] }, 'b', null)).toBe(false);
  expect(layEdit(texts, { change: 'create', hunks: [hunk(['+one', '+two'], 1)] }, 'b', null)).toBe(true);
  expect(layEdit(texts, { change: 'move', hunks: [] }, 'b', 'c')).toBe(true);
  expect([...texts]).toEqual([['c', 'one\ntwo\n']]);
  expect(layEdit(texts, { change: 'delete', hunks: [] }, 'c', null)).toBe(true);
  expect(texts.size).toBe(0);
});

test('any change of one place, cut out with what stands around it, leads from the text before to the text after, which holds it', () => {
  const line = fc.stringMatching(/^[a-z]{0,3}$/);
  const lines = fc.array(line, { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(lines, fc.nat(), fc.nat(4), fc.array(line, { maxLength: 4 }), (all, from, count, put) => {
      const at = from % all.length;
      const cut = all.slice(at, at + 1 + count);
      const after = [...all.slice(0, at), ...put, ...all.slice(at + cut.length)];
      const one: Hunk = {
        oldStart: at + 1,
        oldLines: cut.length,
        newStart: at + 1,
        newLines: put.length,
        lines: [...cut.map((text) => `-${text}`), ...put.map((text) => `+${text}`)],
      };
      expect(lay(all.join('\n'), [one])).toBe(after.join('\n'));
      expect(holdsEdit(after.join('\n'), [one])).toBe(true);
    }),
  );
});
