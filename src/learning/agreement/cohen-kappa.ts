export type Weights = 'none' | 'linear' | 'quadratic';

/**
 * Cohen's kappa (1960) of a square table of counts, rows one rater and columns the other; weighted (1968) for ordered categories.
 * Null where chance agreement is 1 (both used one category only) and for an empty table: kappa is not defined there.
 */
export function findCohenKappa(table: readonly (readonly number[])[], weights: Weights = 'none'): number | null {
  const size = table.length;
  const n = table.flat().reduce((sum, count) => sum + count, 0);
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = table.map((_, column) => table.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  let observed = 0;
  let expected = 0;
  for (const [i, row] of table.entries()) {
    for (const [j, count] of row.entries()) {
      const weight = toDisagreement(i, j, size, weights);
      observed += (weight * count) / n;
      expected += (weight * (rows[i] ?? 0) * (columns[j] ?? 0)) / n ** 2;
    }
  }
  return n === 0 || expected === 0 ? null : 1 - observed / expected;
}

function toDisagreement(i: number, j: number, size: number, weights: Weights): number {
  if (weights === 'none') return i === j ? 0 : 1;
  const distance = Math.abs(i - j) / Math.max(1, size - 1);
  return weights === 'linear' ? distance : distance ** 2;
}
