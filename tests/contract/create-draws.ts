import { createRandom } from '../../src/model/create-random.ts';

/** A whole number from 0 to one less than `limit`; 0 where there is no number less than it. */
export type DrawBelow = (limit: number) => number;

/** From a seed, so that what failed can be walked again. */
export function createDraws(seed: number): DrawBelow {
  const random = createRandom(seed);
  return (limit) => Math.floor(random() * Math.max(1, limit));
}
