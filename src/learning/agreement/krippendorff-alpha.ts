/** Krippendorff's alpha: any number of raters, values missing, four kinds of scale (K. Krippendorff, Computing alpha-reliability, 2011). */
export type Scale = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/** A row for each rater, a column for each unit; null where a rater gave none. Values of a ratio scale are not negative. */
export type Ratings = readonly (readonly (number | null)[])[];

/** 1 is perfect, 0 is chance. Null where nothing can be paired, or all paired values are the same. */
export function findKrippendorffAlpha(ratings: Ratings, scale: Scale): number | null {
  const units = listUnits(ratings);
  const values = [...new Set(units.flat())].sort((a, b) => a - b);
  const countByValue = new Map(values.map((value) => [value, units.flat().filter((one) => one === value).length]));
  const n = units.flat().length;
  const distance = createDistance(scale, values, countByValue);

  let observed = 0;
  for (const unit of units) for (const a of unit) for (const b of unit) observed += distance(a, b) / (unit.length - 1);
  let expected = 0;
  for (const [a, countA] of countByValue) for (const [b, countB] of countByValue) expected += (countA * countB * distance(a, b)) / (n - 1);
  return n === 0 || expected === 0 ? null : 1 - observed / expected;
}

/** What was said of each unit, where at least two said something: a single value can be paired with none. */
function listUnits(ratings: Ratings): number[][] {
  const width = Math.max(0, ...ratings.map((row) => row.length));
  const units = Array.from({ length: width }, (_, unit) => ratings.flatMap((row) => row[unit] ?? []));
  return units.filter((values) => values.length > 1);
}

function createDistance(scale: Scale, values: readonly number[], countByValue: ReadonlyMap<number, number>): (a: number, b: number) => number {
  switch (scale) {
    case 'nominal':
      return (a, b) => (a === b ? 0 : 1);
    case 'interval':
      return (a, b) => (a - b) ** 2;
    case 'ratio':
      return (a, b) => (a + b === 0 ? 0 : ((a - b) / (a + b)) ** 2);
    case 'ordinal':
      return (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const between = values.filter((value) => value >= low && value <= high).reduce((sum, value) => sum + (countByValue.get(value) ?? 0), 0);
        return (between - ((countByValue.get(low) ?? 0) + (countByValue.get(high) ?? 0)) / 2) ** 2;
      };
  }
}
