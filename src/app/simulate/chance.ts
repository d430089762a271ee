import { createRandom } from '../../model/create-random.ts';

/** Draws of a simulation, all from one seed: the same seed makes the same year. */
export interface Chance {
  /** 0 to 1. */
  readonly next: () => number;
  /** Whether something of this likelihood happens. */
  readonly happens: (likelihood: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
  /** A whole number, both ends included. */
  readonly between: (low: number, high: number) => number;
}

export function createChance(seed: number): Chance {
  const next = createRandom(seed);
  return {
    next,
    happens: (likelihood) => next() < likelihood,
    pick: (from) => {
      const chosen = from[Math.floor(next() * from.length)];
      if (chosen === undefined) throw new Error('Nothing to pick from.');
      return chosen;
    },
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
  };
}
