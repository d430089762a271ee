import { expect, it } from 'vitest';
import type { CredentialList } from '../../model/api/team/credentials.ts';
import { keepLatest } from './read-team-parts.ts';

const signed = (id: string, over: object) =>
  ({
    id,
    activity: 'E4',
    level: 3,
    signer: 'Dee',
    signedAt: '2026-06-26',
    expiresAt: '2028-06-26',
    state: 'holds',
    ...over,
  }) as CredentialList['signedOff'][number];

it('shows a level that was signed anew once, and nothing that was reversed', () => {
  const all = [
    signed('first', {}),
    signed('anew', { signedAt: '2026-08-28', expiresAt: '2028-08-28' }),
    signed('higher', { level: 4 }),
    signed('elsewhere', { activity: 'E5' }),
    signed('taken back', { activity: 'E6', state: 'reversed' }),
  ];
  expect(keepLatest(all).map(({ id }) => id)).toEqual(['anew', 'higher', 'elsewhere']);
  expect(keepLatest(all)[0]).not.toHaveProperty('state');
  // A reversed one takes nobody's place.
  expect(keepLatest([signed('first', {}), signed('anew', { signedAt: '2026-08-28', state: 'reversed' })]).map(({ id }) => id)).toEqual(['first']);
});
