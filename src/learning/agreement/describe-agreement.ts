import type { Agreement } from '../../model/agreement.ts';
import { findCohenKappa } from './cohen-kappa.ts';
import { findKrippendorffAlpha } from './krippendorff-alpha.ts';

/** Below this many cases both rated, a coefficient says more than is known. */
export const LEAST_FOR_KAPPA = 20;

const LEVELS = 5;

/** How far two raters agree on levels 1 to 5, case by case; null where one of them gave none. */
export function describeAgreement(pairs: readonly (readonly [number | null, number | null])[]): Agreement {
  const both = pairs.flatMap(([a, b]) => (a === null || b === null ? [] : [[a, b] as const]));
  const table = Array.from({ length: LEVELS }, (_, row) =>
    Array.from({ length: LEVELS }, (_column, column) => both.filter(([a, b]) => a === row + 1 && b === column + 1).length),
  );
  const isEnough = both.length >= LEAST_FOR_KAPPA;
  return {
    n: both.length,
    same: both.filter(([a, b]) => a === b).length,
    oneApart: both.filter(([a, b]) => Math.abs(a - b) === 1).length,
    kappa: isEnough ? findCohenKappa(table, 'quadratic') : null,
    alpha: isEnough ? findKrippendorffAlpha([pairs.map(([a]) => a), pairs.map(([, b]) => b)], 'ordinal') : null,
  };
}
