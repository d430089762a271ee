import { InvalidArgumentError } from 'commander';

/** A whole number from 1, for options that take one. */
export function parseCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('It is a whole number from 1.');
  return count;
}
