import type { SurveyCounts } from '../../../model/api/team/surveys.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import type { SurveyItem } from '../../../programme/survey/survey-items.ts';
import type { SurveyValues, ValueCount } from '../../../store/surveys.ts';

/** Why these values are no whole answer; null where they are one. */
export function whyNotAnswered(items: readonly SurveyItem[], values: SurveyValues): Problem | null {
  const missing = items.filter(({ id }) => values[id] === undefined);
  const unknown = Object.keys(values).filter((id) => !items.some((item) => item.id === id));
  if (missing.length === 0 && unknown.length === 0) return null;
  return problem('bad-input', 'The answer is not complete.', {
    next: [...missing.map(({ words }) => `Answer “${words}”`), ...unknown.map((id) => `Leave out ${id}.`)].join(' '),
  });
}

/** Counts by item and value; of nobody while there are too few to show. */
export function toItemCounts(items: readonly SurveyItem[], counted: readonly ValueCount[]): SurveyCounts {
  const countsOf = (id: string): number[] => [1, 2, 3, 4, 5].map((value) => counted.find((one) => one.item === id && one.value === value)?.people ?? 0);
  const shown = counted.length === 0 ? [] : items.map(({ id, words }) => ({ id, words, counts: countsOf(id) }));
  return { people: Math.max(0, ...shown.map(({ counts }) => counts.reduce((sum, people) => sum + people, 0))), items: shown };
}
