/**
 * Fleiss' kappa (1971): a row for each subject, how many raters put it into each category, as many raters for all. Null where
 * chance agreement is 1, or fewer than two raters.
 */
export function findFleissKappa(table: readonly (readonly number[])[]): number | null {
  const raters = table[0]?.reduce((sum, count) => sum + count, 0) ?? 0;
  if (raters < 2) return null;
  const all = table.length * raters;
  const shares = (table[0] ?? []).map((_, category) => table.reduce((sum, row) => sum + (row[category] ?? 0), 0) / all);
  const expected = shares.reduce((sum, share) => sum + share ** 2, 0);
  const agreements = table.map((row) => (row.reduce((sum, count) => sum + count ** 2, 0) - raters) / (raters * (raters - 1)));
  const observed = agreements.reduce((sum, one) => sum + one, 0) / table.length;
  return 1 - expected < 1e-12 ? null : (observed - expected) / (1 - expected);
}
