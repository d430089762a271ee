import { ACTIVITY_IDS } from '../../model/activity-names.ts';
import { portfolioChoiceSchema, type PortfolioChoice, type PortfolioMaterial } from '../../model/portfolio.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';

export const PARTS = ['year', 'activities', 'levels', 'calibration', 'lessons'] as const;
type Part = (typeof PARTS)[number];

export interface ChoiceOptions {
  readonly with?: readonly Part[];
  readonly activity?: readonly string[];
  readonly lesson?: readonly string[];
  readonly belief?: readonly string[];
  readonly name?: string;
  readonly about?: string;
}

/** From options to ticks. Beliefs have no part of their own: each is named, or it is not in. */
export function readChoice(
  material: PortfolioMaterial,
  { with: parts = [], activity = [], lesson = [], belief = [], name, about }: ChoiceOptions,
): Result<PortfolioChoice, Problem> {
  const has = (part: Part): boolean => parts.includes(part);
  const rules = material.lessons.map(({ id }) => id);
  const lessons = lesson.map((start) => rules.find((id) => id.startsWith(start)) ?? start);
  const unknown = [
    ...activity.filter((id) => !ACTIVITY_IDS.some((known) => known === id)),
    ...lessons.filter((id) => !rules.some((known) => known === id)),
    ...belief.filter((id) => !material.beliefs.some((known) => known.id === id)),
  ];
  if (unknown.length > 0)
    return failed(problem('wrong-usage', `There is nothing to show called ${unknown.join(', ')}.`, { next: '"rounds portfolio" lists what there is.' }));
  return ok(
    portfolioChoiceSchema.parse({
      name,
      about,
      year: has('year'),
      calibration: has('calibration'),
      activities: has('activities')
        ? material.activities.filter(({ rounds, ratings }) => rounds.length + ratings.length > 0).map((one) => one.activity)
        : activity,
      signedLevels: has('levels') ? material.signedLevels.map(({ id }) => id) : [],
      lessons: has('lessons') ? rules : lessons,
      beliefs: belief,
    }),
  );
}
