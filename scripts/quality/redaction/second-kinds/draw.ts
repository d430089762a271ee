import { createRandom } from '../../../../src/model/create-random.ts';

/** Seeded drawing of the pieces that the second set is made of. */
export interface Draw {
  readonly below: (n: number) => number;
  readonly pick: <T>(from: readonly T[]) => T;
  readonly from: (alphabet: string, length: number) => string;
  readonly hex: (length: number) => string;
  readonly alnum: (length: number) => string;
  readonly digits: (length: number) => string;
  readonly bytes: (length: number) => Buffer;
  readonly uuid: () => string;
  readonly password: () => string;
  readonly plainPassword: () => string;
  readonly word: () => string;
  readonly host: () => string;
  readonly person: () => string;
}

export const LOWER = 'abcdefghijklmnopqrstuvwxyz';
export const UPPER = LOWER.toUpperCase();
export const DIGITS = '0123456789';
export const ALNUM = UPPER + LOWER + DIGITS;
export const URL_SAFE = `${ALNUM}-_`;
export const BASE32 = `${UPPER}234567`;

const WORDS =
  'amber anchor basil beacon birch bramble canyon cedar cobalt copper coral crater dahlia delta ember falcon fern flint garnet ginger glacier harbor hazel indigo ivory jasper juniper kelp lagoon lantern lemon linden lotus lupin mango maple marble meadow mesa nectar nickel nutmeg oasis olive onyx orchid otter paprika pebble pepper pine plum poppy quartz quince raven reef saffron sage sierra slate spruce tango thistle timber topaz tulip umber velvet walnut willow yarrow zephyr zinnia'.split(
    ' ',
  );
const NAMES =
  'aiko bastian celeste dmitri elif farouk greta hamza ines jorge katya lucien marit nadia oksana pavel quentin rosalind svea tomasz ulrike viggo wanda yusuf zofia'.split(
    ' ',
  );

export function createDraw(seed: number): Draw {
  const next = createRandom(seed);
  const below = (n: number): number => Math.floor(next() * n);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  const from = (alphabet: string, length: number): string => {
    let out = '';
    for (let i = 0; i < length; i += 1) out += alphabet[below(alphabet.length)];
    return out;
  };
  const hex = (length: number): string => from('0123456789abcdef', length);
  const alnum = (length: number): string => from(ALNUM, length);
  const digits = (length: number): string => from(DIGITS, length);
  const bytes = (length: number): Buffer => Buffer.from(Array.from({ length }, () => below(256)));
  const uuid = (): string => `${hex(8)}-${hex(4)}-4${hex(3)}-${pick(['8', '9', 'a', 'b'])}${hex(3)}-${hex(12)}`;
  const word = (): string => pick(WORDS);
  const capital = (): string => {
    const w = word();
    return w.slice(0, 1).toUpperCase() + w.slice(1);
  };
  /** Letters, digits and - _ . only: fits anywhere without quoting. */
  const plainPassword = (): string =>
    pick([
      () => `${capital()}${capital()}${digits(2 + below(3))}`,
      () => `${word()}-${word()}-${word()}-${digits(2)}`,
      () => alnum(12 + below(13)),
      () => `${from(LOWER, 3)}${digits(2)}${from(UPPER, 2)}${alnum(3)}`,
      () => from(URL_SAFE, 20 + below(12)),
    ])();
  const password = (): string =>
    below(2) === 0
      ? plainPassword()
      : pick([
          () => `${capital()}${digits(1)}${capital()}!`,
          () => `${from(LOWER, 2)}${from(UPPER, 1)}${digits(1)}!${alnum(3)}#`,
          () => `${alnum(6)}$${alnum(5)}*${alnum(4)}`,
          () => `${capital()}_${word()}^${digits(4)}`,
          () => from(`${ALNUM}!#%^*+=~`, 18),
        ])();
  const host = (): string =>
    `${pick(['db', 'api', 'cache', 'mq', 'git', 'registry', 'auth', 'vault'])}-${below(9)}.${word()}${word()}.${pick(['io', 'net', 'dev', 'internal', 'cloud'])}`;
  return { below, pick, from, hex, alnum, digits, bytes, uuid, password, plainPassword, word, host, person: () => pick(NAMES) };
}
