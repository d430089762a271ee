import { expect, it } from 'vitest';
import { findCommands } from './find-commands.ts';

const commands = ['Today', 'Rounds', 'Waiting for you: would you accept these rounds?', 'Colours: dark'].map((label) => ({ id: label, label, run: () => {} }));
const found = (query: string): string[] => findCommands(commands, query).map(({ id }) => id);

it('finds by parts of words, in any order, what begins with them first', () => {
  expect(found('rou')).toEqual(['Rounds', 'Waiting for you: would you accept these rounds?']);
  expect(found('DARK col')).toEqual(['Colours: dark']);
  expect(found('')).toHaveLength(4);
  expect(found('zeppelin')).toEqual([]);
});
