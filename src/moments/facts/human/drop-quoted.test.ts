import { expect, it } from 'vitest';
import { dropQuoted } from './drop-quoted.ts';

const said = ['I will **store the time** of the last edit. Then the list can be sorted by it.'];

it('leaves out whole sentences of the agent that were copied', () => {
  expect(dropQuoted('I will store the time of the last edit. No, the time of the first one.', said)).toBe('No, the time of the first one.');
});

it('keeps what only shares a few words with it', () => {
  const own = 'Store the time of the first edit.\nThen the list stays as it is.';
  expect(dropQuoted(own, said)).toBe(own);
});
