const FIRST = 3;

/** Keeps the order, but does not let the first three all be of one kind where another kind is there. */
export function rankDiversely<T>(best: readonly T[], kindOf: (one: T) => string): T[] {
  const ranked = [...best];
  const first = ranked.slice(0, FIRST);
  if (first.length < FIRST || new Set(first.map(kindOf)).size > 1) return ranked;
  const other = ranked.findIndex((one) => !first.map(kindOf).includes(kindOf(one)));
  if (other === -1) return ranked;
  ranked.splice(FIRST - 1, 0, ...ranked.splice(other, 1));
  return ranked;
}
