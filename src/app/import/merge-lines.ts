/** A line of one kept copy, told apart from the copy's other lines by what it records. */
export interface KeptLine {
  readonly transcript: number;
  /** As its own copy counts it. */
  readonly line: number;
  /** Equal in two copies where both hold the same record; each once in a copy. */
  readonly key: string;
}

/**
 * Every record of both copies once, the newer copy's version of those that both have. Records of one copy stay in their order;
 * between two records that both have in the same order, what only the older one has comes first: what was compacted away
 * before its summary, what was cut off before what was written in its place.
 */
export function mergeLines(older: readonly KeptLine[], newer: readonly KeptLine[]): KeptLine[] {
  const olderByKey = new Map(older.map(({ key }, index) => [key, index]));
  const newerByKey = new Map(newer.map((kept) => [kept.key, kept]));
  const common = newer.flatMap(({ key }, index) => {
    const at = olderByKey.get(key);
    return at === undefined ? [] : [{ older: at, newer: index }];
  });
  const merged: KeptLine[] = [];
  let fromOlder = 0;
  let fromNewer = 0;
  for (const anchor of [...longestRising(common), { older: older.length, newer: newer.length }]) {
    // One that both have in another order stays where the older has it, as the older has it: each copy is read from front to end.
    merged.push(...older.slice(fromOlder, anchor.older));
    merged.push(...newer.slice(fromNewer, anchor.newer).filter(({ key }) => !olderByKey.has(key)));
    const both = older[anchor.older];
    if (both) merged.push(newerByKey.get(both.key) ?? both);
    fromOlder = anchor.older + 1;
    fromNewer = anchor.newer + 1;
  }
  return merged;
}

interface Pair {
  readonly older: number;
  readonly newer: number;
}

/** The longest part of `pairs`, ordered by `newer`, in which `older` rises too (patience sorting). */
function longestRising(pairs: readonly Pair[]): Pair[] {
  const tops: number[] = []; // of each pile, the index of its last pair
  const before: number[] = []; // of each pair, the index of the one under it on the pile before; -1 where there is none
  for (const [index, pair] of pairs.entries()) {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tops[middle] ?? 0]?.older ?? 0) < pair.older) low = middle + 1;
      else high = middle;
    }
    before.push(low === 0 ? -1 : (tops[low - 1] ?? -1));
    tops[low] = index;
  }
  const rising: Pair[] = [];
  for (let at = tops.at(-1) ?? -1; at !== -1; at = before[at] ?? -1) {
    const pair = pairs[at];
    if (pair) rising.push(pair);
  }
  return rising.reverse();
}
