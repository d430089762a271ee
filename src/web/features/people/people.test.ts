import { expect, it } from 'vitest';
import { rolesToGive } from './role-names.ts';
import { suggestPairName } from './suggest-pair-name.ts';

it('calls a pair by first names', () => {
  expect(suggestPairName('Ada Byron', ['Ben Okri'])).toBe('Ada and Ben');
  expect(suggestPairName('Ada', ['Ben', 'Cleo de Nile'])).toBe('Ada, Ben and Cleo');
  expect(suggestPairName('Ada', [])).toBe('');
});

it('keeps it short enough to be accepted', () => {
  expect(suggestPairName('x'.repeat(60), ['y'.repeat(60)]).length).toBe(80);
});

it('lets nobody give a role above their own', () => {
  expect(rolesToGive('member')).toEqual([]);
  expect(rolesToGive('lead')).toEqual(['member', 'lead']);
  expect(rolesToGive('owner')).toContain('owner');
});
