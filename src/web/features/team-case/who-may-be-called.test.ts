import { expect, it } from 'vitest';
import type { Pair } from '../../../model/team/pair.ts';
import { whoMayBeCalled } from './who-may-be-called.ts';

const [ada, ben, cleo] = [
  { id: 'u1', name: 'Ada' },
  { id: 'u2', name: 'Ben' },
  { id: 'u3', name: 'Cleo' },
];
const pairs = [{ id: 'g_1', name: 'Ada and Ben', people: [ada, ben], createdAt: '' } as unknown as Pair];
const known = { pairs, people: [ada, ben, cleo] as { id: string; name: string }[], me: 'u1' };

it('are the others of the pair, and everyone once the case is published', () => {
  const shared = { pair: 'g_1' as never, publishedAt: null };
  expect(whoMayBeCalled(shared, known)).toEqual([{ ...ben, isOfPair: true }]);
  expect(whoMayBeCalled({ ...shared, publishedAt: '2026-11-21T10:00:00.000Z' }, known).map(({ id, isOfPair }) => [id, isOfPair])).toEqual([
    ['u2', true],
    ['u3', false],
  ]);
});
