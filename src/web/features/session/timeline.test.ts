import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestMark, placeMarks, toBars } from './lane-bars.ts';
import { createTimeScale } from './time-scale.ts';
import { isWhole, panView, revealInView, wholeView, zoomView } from './time-view.ts';

const MINUTE = 60_000;
const mark = (seq: number, from: number, to = from, red?: boolean) => ({ seq, from, to, label: `${seq}`, ...(red ? { red } : {}) });

describe('createTimeScale', () => {
  it('keeps a session without pauses as it is', () => {
    const scale = createTimeScale([mark(0, 0), mark(1, 5 * MINUTE), mark(2, 9 * MINUTE)], 9 * MINUTE);
    expect([scale.length, scale.pauses.length, scale.toShown(3 * MINUTE), scale.toReal(3 * MINUTE)]).toEqual([9 * MINUTE, 0, 3 * MINUTE, 3 * MINUTE]);
  });

  it('folds a night and says how long it was', () => {
    const scale = createTimeScale([mark(0, 0, 30 * MINUTE), mark(1, 600 * MINUTE, 620 * MINUTE)], 620 * MINUTE);
    expect(scale.pauses.map(({ ms }) => ms)).toEqual([570 * MINUTE]);
    expect(scale.length).toBe(51 * MINUTE);
    expect(scale.toShown(610 * MINUTE)).toBe(41 * MINUTE);
  });

  it('has some length even where nothing has a time', () => {
    expect(createTimeScale([], 0).length).toBeGreaterThan(0);
    expect(createTimeScale([mark(0, 0)], 0).toShown(0)).toBe(0);
  });

  it('keeps order and goes there and back', () => {
    const times = fc.array(fc.nat(5_000_000), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(times, (values) => {
        const sorted = values.toSorted((a, b) => a - b);
        const scale = createTimeScale(
          sorted.map((at, index) => mark(index, at)),
          sorted.at(-1) ?? 0,
        );
        const shown = sorted.map(scale.toShown);
        shown.slice(1).forEach((at, index) => expect(at).toBeGreaterThanOrEqual(shown[index] ?? Infinity));
        shown.forEach((at) => expect(at).toBeLessThanOrEqual(scale.length + 0.001));
        sorted.forEach((at, index) => expect(Math.abs(scale.toShown(scale.toReal(shown[index] ?? NaN)) - scale.toShown(at))).toBeLessThan(1));
      }),
    );
  });
});

describe('time view', () => {
  it('zooms around what the pointer is on', () => {
    const view = zoomView(wholeView(100_000), 0.5, 20_000, 100_000);
    expect(view).toEqual({ from: 10_000, to: 60_000 });
    expect(isWhole(zoomView(view, 10, 20_000, 100_000), 100_000)).toBe(true);
  });

  it('stays within the session however it is moved', () => {
    const steps = fc.array(
      fc.oneof(
        fc.record({ zoom: fc.double({ min: 0.1, max: 8, noNaN: true }), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
        fc.record({ pan: fc.double({ min: -3, max: 3, noNaN: true }) }),
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(steps, (moves) => {
        let view = wholeView(90_000);
        for (const move of moves) {
          view = 'pan' in move ? panView(view, move.pan, 90_000) : zoomView(view, move.zoom, view.from + move.at * (view.to - view.from), 90_000);
          expect(view.from).toBeGreaterThanOrEqual(0);
          expect(view.to).toBeLessThanOrEqual(90_000.001);
          expect(view.to - view.from).toBeGreaterThan(1999);
        }
      }),
    );
  });

  it('moves only as far as needed to show the cursor', () => {
    const view = { from: 10_000, to: 20_000 };
    expect(revealInView(view, 15_000, 100_000)).toBe(view);
    expect(revealInView(view, 50_000, 100_000)).toEqual({ from: 45_000, to: 55_000 });
  });
});

describe('lane bars', () => {
  const scale = createTimeScale([], 1000);
  it('draws marks on the same pixels once and keeps red apart', () => {
    const bars = toBars(placeMarks([mark(1, 0, 10), mark(2, 5, 12), mark(3, 11, 12, true), mark(4, 900, 1000)], scale), wholeView(1000), 1000);
    expect(bars.map(({ seq, count, red }) => [seq, count, red])).toEqual([
      [1, 2, false],
      [3, 1, true],
      [4, 1, false],
    ]);
  });

  it('never draws more than fits, and leaves out what is not in view', () => {
    const many = placeMarks(
      Array.from({ length: 5000 }, (_, index) => mark(index, index / 5)),
      scale,
    );
    expect(toBars(many, wholeView(1000), 300).length).toBeLessThanOrEqual(300);
    expect(toBars(many, { from: 2000, to: 3000 }, 300)).toEqual([]);
  });

  it('finds the nearest mark, before or after', () => {
    const marks = placeMarks([mark(1, 100, 200), mark(2, 400)], scale);
    expect([nearestMark(marks, 150)?.seq, nearestMark(marks, 310)?.seq, nearestMark([], 1)]).toEqual([1, 2, null]);
  });
});
