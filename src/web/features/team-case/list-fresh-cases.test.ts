import { expect, it } from 'vitest';
import { listFreshCases, listOffered, type CaseCard } from './list-fresh-cases.ts';

const shared = (part: Partial<CaseCard>): CaseCard => ({ owner: 'u2', rounds: [], forgottenAt: null, ...part }) as CaseCard;

it('offers what others shared and nobody called me to yet', () => {
  const withdrawn = shared({ rounds: [{ id: 'r_1' as never, state: 'withdrawn' }] });
  const judged = shared({ rounds: [{ id: 'r_1' as never, state: 'sealing' }] });
  const mine = shared({ owner: 'u1' as never });
  const gone = shared({ forgottenAt: '2026-11-21T10:00:00.000Z' });
  expect(listFreshCases([shared({}), withdrawn, judged, mine, gone], 'u1')).toHaveLength(2);
});

const ofPair = (pair: string): CaseCard => shared({ pair: pair as never });

it('offers at once three of my own pairs, and none that was shown to everybody', () => {
  const fresh = [ofPair('g_2'), ofPair('g_1'), ofPair('g_1'), ofPair('g_1'), ofPair('g_1')];
  expect(listOffered(fresh, [{ id: 'g_1' }]).map(({ pair }) => pair)).toEqual(['g_1', 'g_1', 'g_1']);
  expect(listOffered(fresh, [])).toEqual([]);
});
