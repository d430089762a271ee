import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Hunk } from '../../model/hunk.ts';
import { judgePrediction } from './judge-prediction.ts';
import { rateHunk } from './rank-hunks.ts';
import { splitHunk } from './split-hunk.ts';
import { takeOutHunk } from './take-out-hunk.ts';

/** A hunk over the whole of both texts. */
function toHunk(lines: readonly string[]): { hunk: Hunk; before: string; after: string } {
  const side = (mark: string): string[] => lines.filter((line) => line[0] !== mark).map((line) => line.slice(1));
  const [old, now] = [side('+'), side('-')];
  const hunk = { oldStart: old.length > 0 ? 1 : 0, oldLines: old.length, newStart: now.length > 0 ? 1 : 0, newLines: now.length, lines: [...lines] };
  return { hunk, before: old.join('\n'), after: now.join('\n') };
}

const LINES = array(constantFrom(' a', ' b', '+a', '+c', '-a', '-d', ' ', '+', '-'), { minLength: 1, maxLength: 30 });

describe('taking out', () => {
  test('a whole hunk leads back to the text before', () => {
    assert(
      property(LINES, (lines) => {
        const { hunk, before, after } = toHunk(lines);
        if (hunk.newLines > 0 && hunk.oldLines > 0) expect(takeOutHunk(after, hunk)).toBe(before);
      }),
    );
  });

  test('all parts of a split hunk, the last first, leads back to the text before', () => {
    assert(
      property(LINES, (lines) => {
        const { hunk, before, after } = toHunk(lines);
        if (hunk.newLines === 0 || hunk.oldLines === 0) return;
        const parts = splitHunk(hunk);
        expect(parts.reduceRight<string | null>((text, part) => (text === null ? null : takeOutHunk(text, part)), after)).toBe(before);
        expect(parts.flatMap(({ lines: own }) => own.filter((line) => line[0] !== ' ')).length).toBe(lines.filter((line) => line[0] !== ' ').length);
      }),
    );
  });

  test('a hunk that does not stand in the text is told', () => {
    expect(takeOutHunk('a\nb', { oldStart: 1, oldLines: 1, newStart: 1, newLines: 1, lines: ['-x', '+y'] })).toBeNull();
    expect(takeOutHunk('a', { oldStart: 1, oldLines: 0, newStart: 9, newLines: 1, lines: ['+y'] })).toBeNull();
  });

  test('keeps the carriage returns of the other lines', () => {
    expect(takeOutHunk('a\r\nb\r\nc', { oldStart: 2, oldLines: 0, newStart: 2, newLines: 1, lines: ['+b\r'] })).toBe('a\r\nc');
  });
});

const rate = (lines: string[], findings: string[] = [], isTested = false) => rateHunk({ path: 'a.ts', hunk: toHunk(lines).hunk, findings, isTested });

describe('rating', () => {
  test('a check that is taken away is riskier than a renamed label', () => {
    expect(rate(['-  if (!user) throw new Error();', ' go(user);']).risk).toBeGreaterThan(rate(["-const label = 'a';", "+const label = 'b';"]).risk);
  });

  test('what is tested and plain has little risk and no reasons', () => {
    expect(rate(["+const label = 'b';"], [], true)).toMatchObject({ reasons: [] });
  });

  test('comments weigh nothing', () => {
    expect(rate(['+// if (a < b) delete(x)'], [], true).reasons).toEqual([]);
  });

  test('a finding comes first, and no risk is above 1', () => {
    const { risk, reasons } = rate(
      Array.from({ length: 200 }, (_, n) => `+  if (a < ${n}) await remove(token)`),
      ['An error is dropped'],
    );
    expect(risk).toBeLessThanOrEqual(1);
    expect(reasons[0]).toBe('An error is dropped');
  });
});

test.each([
  [{ expects: 'nothing' }, 'unexplained', [], true],
  [{ expects: 'nothing' }, 'needed', ['adds'], false],
  [{ expects: 'failure', test: '' }, 'needed', [], true],
  [{ expects: 'failure', test: 'Adds-two' }, 'needed', ['cart > adds two prices'], true],
  [{ expects: 'failure', test: 'removes' }, 'needed', ['cart > adds two prices'], false],
  [{ expects: 'failure', test: '' }, 'unexplained', [], false],
  [{ expects: 'nothing' }, 'could-not-run', [], null],
] as const)('%o is judged by what happened: %s %o', (prediction, finding, failing, right) => {
  expect(judgePrediction(prediction, finding, failing)).toBe(right);
});
