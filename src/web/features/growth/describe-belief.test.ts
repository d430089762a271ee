import { describe, expect, it } from 'vitest';
import type { HeldBelief } from '../../../model/api/growth.ts';
import { describeWeight } from './describe-belief.ts';

const standing = { occasionsFor: 1, occasionsAgainst: 0, inOwnWords: 0, relapses: 0 } as HeldBelief['standing'];

describe('the weight of a belief in words', () => {
  it('counts cases, and says a relapse', () => {
    expect(describeWeight({ standing })).toBe('1 case for and 0 against.');
    expect(describeWeight({ standing: { ...standing, occasionsFor: 3, inOwnWords: 1, relapses: 2 } })).toBe(
      '3 cases for, 0 against, 1 in your own words and relapsed 2 times.',
    );
  });
});
