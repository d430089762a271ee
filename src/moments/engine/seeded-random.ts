import { createRandom } from '../../model/create-random.ts';

/** Random numbers that follow from a text: its FNV-1a hash is the seed. */
export function createSeededRandom(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const char of seed) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return createRandom(state);
}
