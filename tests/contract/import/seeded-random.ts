export interface SeededRandom {
  /** A whole number from 0 to one less than `limit`. */
  readonly below: (limit: number) => number;
}

/** Mulberry32: small, and the same numbers for the same seed everywhere. */
export function createSeededRandom(seed: number): SeededRandom {
  let state = seed;
  return {
    below: (limit) => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * Math.max(1, limit));
    },
  };
}
