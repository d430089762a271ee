import { expect, it } from 'vitest';
import { readReaction } from './read-reaction.ts';

it.each([
  ["You're absolutely right, the index is stale.", 'concedes'],
  ['Good catch! The flag is never read.', 'concedes'],
  ['My mistake. I looked at the wrong branch.', 'concedes'],
  ['Du hast recht, die Spalte fehlt.', 'concedes'],
  ['Tienes toda la razón: falta la columna.', 'concedes'],
  ['您说得对，这里应该用数据库分页。', 'concedes'],
  ['おっしゃる通りです。修正します。', 'concedes'],
  ['No, the cache is cleared before that.', 'contradicts'],
  ['Not quite: the lock is held by the reader.', 'contradicts'],
  ['Good question. The state is written at the end.', 'welcomes'],
  ['Fair point, that is simpler.', 'welcomes'],
  ['Bonne question. Le cache est vidé avant.', 'welcomes'],
] as const)('%s: %s', (reply, reaction) => {
  expect(readReaction(reply)).toBe(reaction);
});

it.each(["I'll look at the parser.", 'No problem, I will rename it.', 'Done. The tests pass.', 'Now you are right here in the code.'])(
  'nothing in: %s',
  (reply) => {
    expect(readReaction(reply)).toBeNull();
  },
);
