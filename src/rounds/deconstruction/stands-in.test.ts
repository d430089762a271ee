import { describe, expect, it } from 'vitest';
import type { Hunk } from '../../model/hunk.ts';
import { standsIn } from './stands-in.ts';

const hunk = (...lines: string[]): Hunk => ({ oldStart: 1, oldLines: 1, newStart: 1, newLines: 1, lines });

describe('whether a change still stands', () => {
  it.each([
    ['it moved', 'x\nif (busy)\n  retry();\ny', true],
    ['with other line ends', 'if (busy)\r\n  retry();\r\n', true],
    ['it was taken out', 'x\ny', false],
    ['a part of it was taken out', 'if (busy)\n', false],
    ['its lines are apart', 'if (busy)\nx\n  retry();', false],
  ])('%s', (_, text, stands) => expect(standsIn(text, hunk(' x', '-retry();', '+if (busy)', '+  retry();', ' y'))).toBe(stands));

  it.each([
    ['what it took is away', 'x\ny', true],
    ['what it took is back', 'x\ncheck();\ny', false],
  ])('a change that only takes away: %s', (_, text, stands) => expect(standsIn(text, hunk(' x', '-check();', ' y'))).toBe(stands));
});
