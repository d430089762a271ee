import { randomBytes } from 'node:crypto';

/** A new id of a noun of the store: its letter and 64 random bits. */
export function makeId<Id extends string>(letter: 'a' | 'b' | 'c' | 'd' | 'g' | 'h' | 'j' | 'l' | 'o' | 'p' | 'r' | 't' | 'v' | 'w' | 'x' | 'y'): Id {
  return `${letter}_${randomBytes(8).toString('hex')}` as Id;
}
