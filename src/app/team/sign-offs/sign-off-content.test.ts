import { expect, it } from 'vitest';
import type { MisconceptionId } from '../../../model/misconception.ts';
import { contentOverridesSchema } from '../../../model/team/programme-content.ts';
import { mergeContent } from '../programmes/merge-content.ts';
import { toAskedWords, toShownBeliefs } from './sign-off-content.ts';

const merge = (changed: object) => mergeContent(contentOverridesSchema.parse(changed), 4);
const shown = (misconception: string) => [{ misconception: misconception as MisconceptionId, state: 'confirmed' as const, contested: false }];

it('takes a belief as graver where a cohort says so, and never as lighter or as of fewer activities', () => {
  const standard = toShownBeliefs(merge({}), shown('C1'))[0] ?? expect.fail();
  expect(standard.severity).toBe('critical');
  const lighter = merge({
    misconceptions: [
      { id: 'C1', severity: 'minor', activities: ['E13'] },
      { id: 'D6', severity: 'critical' },
    ],
  });
  expect(toShownBeliefs(lighter, shown('C1'))[0]).toMatchObject({ severity: 'critical', activities: [...standard.activities, 'E13'] });
  expect(toShownBeliefs(lighter, shown('D6'))[0]).toMatchObject({ severity: 'critical' });
  expect(toShownBeliefs(lighter, shown('T99'))).toEqual([]);
});

it('says what is asked in the words of the cohort', () => {
  expect(toAskedWords(merge({ names: { E5: 'Show it' }, levels: { E5: { '4': 'Mutates.' } } }), 'E5', 4)).toEqual({
    activityName: 'Show it',
    levelText: 'Mutates.',
    contentVersion: 4,
  });
});
