import { expect, it } from 'vitest';
import type { SignOffCard } from '../../../model/api/team/sign-offs.ts';
import { describeReview, describeStanding } from './describe-sign-off.ts';

const card = (over: Partial<SignOffCard>): SignOffCard =>
  ({ state: 'open', name: 'Pia', signerName: 'Dee', at: '2026-06-01T08:00:00.000Z', decidedAt: null, ...over }) as SignOffCard;

it.each([
  [card({}), 'person', 'Asked on 1 Jun 2026; it waits for Dee.'],
  [card({}), 'signer', 'Asked by Pia on 1 Jun 2026; it waits for you.'],
  [card({ state: 'granted', decidedAt: '2026-06-03T08:00:00.000Z' }), 'person', 'Signed by Dee on 3 Jun 2026.'],
  [card({ state: 'withdrawn', decidedAt: '2026-06-03T08:00:00.000Z' }), 'person', 'Taken back by you on 3 Jun 2026.'],
  [card({ state: 'reversed', decidedAt: '2026-06-03T08:00:00.000Z' }), 'signer', 'Signed by you on 3 Jun 2026, and reversed since.'],
] as const)('says where a request stands: %#', (given, mine, words) => {
  expect(describeStanding(given, mine)).toBe(words);
});

it('says what a level changes', () => {
  expect(describeReview({ activity: 'E5', level: 4, reviewDepth: 'after the fact', expiresAt: '2028-06-01T08:00:00.000Z' }, 'Prove it works')).toBe(
    'Signed at level 4 for E5 Prove it works until 1 Jun 2028: looked at after the fact, in samples.',
  );
});
