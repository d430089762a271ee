import { createRandom as createNumbers } from '../../../src/model/create-random.ts';

/** A seeded source of characters: the same seed makes the same corpus on every machine. */
export interface Random {
  /** 0 to below 1. */
  readonly next: () => number;
  readonly below: (limit: number) => number;
  readonly between: (low: number, high: number) => number;
  readonly pick: <T>(choices: readonly T[]) => T;
  readonly draw: (alphabet: string, length: number) => string;
  readonly bytes: (length: number) => Buffer;
}

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
export const HEX = '0123456789abcdef';
export const BASE36 = `0123456789${LOWER}`;
export const BASE62 = `${BASE36}${LOWER.toUpperCase()}`;
export const BASE64 = `${BASE62}+/`;
export const BASE64URL = `${BASE62}-_`;
export const BASE32 = `${LOWER.toUpperCase()}234567`;
export const UPPER36 = `0123456789${LOWER.toUpperCase()}`;

export function createRandom(seed: number): Random {
  const next = createNumbers(seed);
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    between: (low, high) => low + below(high - low + 1),
    pick: (choices) => {
      const choice = choices[below(choices.length)];
      if (choice === undefined) throw new Error('nothing to pick from');
      return choice;
    },
    draw: (alphabet, length) => Array.from({ length }, () => alphabet[below(alphabet.length)]).join(''),
    bytes: (length) => Buffer.from(Array.from({ length }, () => below(256))),
  };
}

/** A random UUID, version 4. */
export const drawUuid = (random: Random): string =>
  `${random.draw(HEX, 8)}-${random.draw(HEX, 4)}-4${random.draw(HEX, 3)}-${random.pick(['8', '9', 'a', 'b'])}${random.draw(HEX, 3)}-${random.draw(HEX, 12)}`;
