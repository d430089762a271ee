import { describe, expect, it } from 'vitest';
import { ACTIVITY_IDS } from '../../model/activity-names.ts';
import type { Rating } from '../../model/entrustment.ts';
import { LEVELS } from '../../model/entrustment-levels.ts';
import { gatherRatings } from './gather-ratings.ts';
import { describeLevel } from './level-texts.ts';
import { toReviewDepth } from './to-review-depth.ts';

const rating = (over: Partial<Rating> = {}): Rating => ({
  activity: 'E4',
  person: 'ada',
  rater: 'bo',
  view: 'retrospective',
  level: 3,
  case: 'c_1',
  context: 'shop',
  agentErrorCaught: false,
  note: '',
  at: '2026-02-01T00:00:00.000Z',
  ...over,
});

describe('levels of entrustment', () => {
  it('are described for thirteen activities and five levels, each in its own words from the second on', () => {
    const texts = ACTIVITY_IDS.flatMap((activity) => LEVELS.map((level) => describeLevel(activity, level)));
    expect(texts).toHaveLength(65);
    expect(new Set(texts).size).toBe(13 * 4 + 1);
  });

  it('change how much is looked at', () => {
    expect(LEVELS.map(toReviewDepth)).toEqual(['everything', 'everything', 'key findings', 'after the fact', 'after the fact']);
  });
});

describe('ratings', () => {
  it('keep what was apart from what may come, and this person from others', () => {
    const gathered = gatherRatings('ada', [rating(), rating({ view: 'prospective', level: 4 }), rating({ person: 'bo', rater: 'ada' })]);
    const counts = gathered.flatMap(({ activity, levels }) =>
      levels
        .filter(({ retrospective, prospective }) => retrospective.length + prospective.length > 0)
        .map(({ level, retrospective, prospective }) => [activity, level, retrospective.length, prospective.length]),
    );
    expect(counts).toEqual([
      ['E4', 3, 1, 0],
      ['E4', 4, 0, 1],
    ]);
  });
});
