import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCohenKappa } from './cohen-kappa.ts';
import { describeAgreement } from './describe-agreement.ts';
import { findFleissKappa } from './fleiss-kappa.ts';
import { findKrippendorffAlpha, type Ratings } from './krippendorff-alpha.ts';

describe("Cohen's kappa", () => {
  it('is 0.4 on the table 20/5/10/15', () => {
    const table = [
      [20, 5],
      [10, 15],
    ];
    expect(findCohenKappa(table)).toBeCloseTo(0.4, 12);
    // With two categories a step is a step, however weighted.
    expect(findCohenKappa(table, 'linear')).toBeCloseTo(0.4, 12);
    expect(findCohenKappa(table, 'quadratic')).toBeCloseTo(0.4, 12);
  });

  it('weighs how far apart: 1 - disagreement seen over disagreement by chance, worked out by hand', () => {
    const table = [
      [2, 1, 0],
      [0, 2, 0],
      [1, 0, 4],
    ];
    // Quadratic weights 0, 1/4, 1: seen (1/4 + 1)/10; rows 3, 2, 5, columns 3, 3, 4 by chance (9/4 + 12 + 6/4 + 8/4 + 15 + 15/4)/100.
    expect(findCohenKappa(table, 'quadratic')).toBeCloseTo(1 - 0.125 / 0.365, 12);
    expect(findCohenKappa(table, 'linear')).toBeCloseTo(1 - 0.15 / 0.46, 12);
  });

  it('is not defined where chance agrees always, or nothing was rated', () => {
    expect(
      findCohenKappa([
        [7, 0],
        [0, 0],
      ]),
    ).toBeNull();
    expect(findCohenKappa([])).toBeNull();
  });
});

/** Ten subjects, fourteen raters, five categories: the table of Fleiss (1971) as it is commonly printed. */
const FLEISS = [
  [0, 0, 0, 0, 14],
  [0, 2, 6, 4, 2],
  [0, 0, 3, 5, 6],
  [0, 3, 9, 2, 0],
  [2, 2, 8, 1, 1],
  [7, 7, 0, 0, 0],
  [3, 2, 6, 3, 0],
  [2, 5, 3, 2, 2],
  [6, 5, 2, 1, 0],
  [0, 2, 2, 3, 7],
];

describe("Fleiss' kappa", () => {
  it('is 0.2099 on the classic ten by fourteen by five', () => {
    expect(findFleissKappa(FLEISS)).toBeCloseTo(0.2099, 4);
  });

  it('is not defined for one category or one rater', () => {
    expect(
      findFleissKappa([
        [3, 0],
        [3, 0],
      ]),
    ).toBeNull();
    expect(findFleissKappa([[1, 0]])).toBeNull();
  });
});

/** Four observers, twelve units, with gaps: Krippendorff's own example. */
const KRIPPENDORFF: Ratings = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
  [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
];

describe("Krippendorff's alpha", () => {
  it.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
    ['ratio', 0.797],
  ] as const)('is right on the classic four by twelve with gaps, %s: %d', (scale, expected) => {
    expect(findKrippendorffAlpha(KRIPPENDORFF, scale)).toBeCloseTo(expected, 3);
  });

  it('is 1 where all agree, not defined where there is nothing to tell apart', () => {
    expect(
      findKrippendorffAlpha(
        [
          [1, 2, null],
          [1, 2, 3],
        ],
        'ordinal',
      ),
    ).toBe(1);
    expect(
      findKrippendorffAlpha(
        [
          [1, 1],
          [1, 1],
        ],
        'nominal',
      ),
    ).toBeNull();
    expect(
      findKrippendorffAlpha(
        [
          [1, null],
          [null, 2],
        ],
        'nominal',
      ),
    ).toBeNull();
  });

  it('does not depend on the order of raters and units, and is never above 1', () => {
    const value = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null });
    fc.assert(
      fc.property(fc.array(fc.array(value, { minLength: 6, maxLength: 6 }), { minLength: 2, maxLength: 5 }), (ratings) => {
        for (const scale of ['nominal', 'ordinal', 'interval', 'ratio'] as const) {
          const alpha = findKrippendorffAlpha(ratings, scale);
          const turned = findKrippendorffAlpha(
            ratings.toReversed().map((row) => row.toReversed()),
            scale,
          );
          if (alpha === null) expect(turned).toBeNull();
          else {
            expect(turned).toBeCloseTo(alpha, 10);
            expect(alpha).toBeLessThanOrEqual(1);
          }
        }
      }),
    );
  });
});

describe('the agreement of a pair', () => {
  it('gives counts alone below twenty cases', () => {
    const few = Array.from({ length: 19 }, (_, n) => [1 + (n % 5), 1 + (n % 4)] as const);
    expect(describeAgreement(few)).toMatchObject({ n: 19, kappa: null, alpha: null });
    const enough = describeAgreement([...few, [3, 3], [2, null]]);
    expect(enough.n).toBe(20);
    expect(enough.kappa).not.toBeNull();
    expect(enough.alpha).not.toBeNull();
    expect(enough.same + enough.oneApart).toBeLessThanOrEqual(20);
  });
});
