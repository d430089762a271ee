import { describe, expect, it } from 'vitest';
import type { Me } from '../../../model/api/team/accounts.ts';
import { toPlace } from '../../api/where.ts';
import { findPlace, listPlaces } from './list-places.ts';
import { isOnlyOnOwnMachine, isOpenToAnyone } from './open-paths.ts';

const me: Me = { id: 'u1', name: 'Ada', email: 'ada@example.org', role: 'member', organisation: { id: 'o1', name: 'Mill' } };
const labels = (where: Parameters<typeof toPlace>[0]): string[] => listPlaces(toPlace(where)).map(({ label }) => label);

describe('the navigation', () => {
  it('is as it was for one person alone, logged in or not', () => {
    expect(labels({ kind: 'mine', team: null })).toEqual(['Today', 'Sessions', 'Rounds', 'Growth', 'Settings']);
    expect(labels({ kind: 'mine', team: { url: 'https://team.example', me: null, problem: 'It does not answer.' } })).toEqual([
      'Today',
      'Sessions',
      'Rounds',
      'Growth',
      'Settings',
    ]);
  });

  it('has people and the programme once a team knows me, and neither sessions nor growth on its server', () => {
    expect(labels({ kind: 'mine', team: { url: 'https://team.example', me, problem: null } })).toEqual(expect.arrayContaining(['People', 'Programme']));
    const onTeam = labels({ kind: 'team', me, ready: true, ways: { password: true, oidc: null }, sendsMail: false });
    expect(onTeam).not.toContain('Sessions');
    expect(onTeam).not.toContain('Growth');
  });
});

it.each([
  ['/team/rounds/r_1', '/rounds'],
  ['/team/cases', '/rounds'],
  ['/moments/m_1/share', '/sessions'],
  ['/lessons/l_1', '/library'],
  ['/programme/y_1', '/programme'],
  ['/pair/y_1', '/pair'],
  ['/people', null],
])('%s belongs to %s', (pathname, place) => {
  expect(findPlace(pathname)).toBe(place);
});

it('keeps what is on the own machine apart from rounds for two', () => {
  expect(isOnlyOnOwnMachine('/rounds/r_0123456789abcdef')).toBe(true);
  expect(isOnlyOnOwnMachine('/growth')).toBe(true);
  expect(isOnlyOnOwnMachine('/rounds')).toBe(false);
  expect(isOnlyOnOwnMachine('/team/rounds/r_0123456789abcdef')).toBe(false);
  expect(isOpenToAnyone('/join')).toBe(true);
  expect(isOpenToAnyone('/device')).toBe(false);
});
