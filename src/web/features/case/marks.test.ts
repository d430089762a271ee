import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MarkedLines } from '../../../model/judgement.ts';
import { changeMarks, markedIndices, MOST_RANGES } from './marks.ts';

const edit = { id: 'e1', line: 41 };
const run = { id: 'e2', line: 44 };

describe('changeMarks', () => {
  it('joins neighbours and splits where a line is taken out', () => {
    let marks = changeMarks([], edit, 2, 3, true);
    marks = changeMarks(marks, edit, 4, 4, true);
    expect(marks).toEqual([{ start: 41, end: 41, within: { event: 'e1', from: 2, to: 4 } }]);
    expect(changeMarks(marks, edit, 3, 3, false).map(({ within }) => [within?.from, within?.to])).toEqual([
      [2, 2],
      [4, 4],
    ]);
  });

  it('keeps other events and marks of whole source lines', () => {
    const whole: MarkedLines = { start: 7, end: 9 };
    const marks = changeMarks(changeMarks([whole], edit, 0, 0, true), run, 5, 5, true);
    expect(changeMarks(marks, edit, 0, 0, false)).toEqual([whole, { start: 44, end: 44, within: { event: 'e2', from: 5, to: 5 } }]);
  });

  it('refuses what the model cannot hold', () => {
    let marks: readonly MarkedLines[] = [];
    for (let index = 0; index < 60; index += 2) marks = changeMarks(marks, edit, index, index, true);
    expect(marks).toHaveLength(MOST_RANGES);
  });

  it('marks exactly what was switched on last, in ranges that never touch', () => {
    const steps = fc.array(fc.record({ from: fc.nat(12), length: fc.nat(4), on: fc.boolean() }), { maxLength: 20 });
    fc.assert(
      fc.property(steps, (changes) => {
        const expected = new Set<number>();
        let marks: readonly MarkedLines[] = [];
        for (const { from, length, on } of changes) {
          marks = changeMarks(marks, edit, from, from + length, on);
          for (let index = from; index <= from + length; index += 1) {
            if (on) expected.add(index);
            else expected.delete(index);
          }
        }
        expect([...markedIndices(marks, edit)].sort()).toEqual([...expected].sort());
        const ranges = marks.flatMap(({ within }) => within ?? []);
        ranges.slice(1).forEach(({ from }, index) => expect(from).toBeGreaterThan((ranges[index]?.to ?? Infinity) + 1));
      }),
    );
  });
});
