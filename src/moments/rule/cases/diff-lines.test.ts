import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffLines } from './diff-lines.ts';

const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 }).map((lines) => lines.map((line) => `${line}\n`).join(''));

test('the hunks turn the old text into the new one', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = before.split('\n').slice(0, -1);
      let shift = 0;
      for (const hunk of diffLines(before, after)) {
        const now = hunk.lines.filter((line) => !line.startsWith('-')).map((line) => line.slice(1));
        expect(hunk.newLines).toBe(now.length);
        lines.splice(hunk.oldStart - 1 + shift, hunk.oldLines, ...now);
        shift += hunk.newLines - hunk.oldLines;
      }
      expect(lines.map((line) => `${line}\n`).join('')).toBe(after);
    }),
  );
});
