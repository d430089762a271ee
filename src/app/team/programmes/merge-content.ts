import { describeLevel } from '../../../learning/entrustment/level-texts.ts';
import { applyOwnCatalogue, type AppliedCatalogue } from '../../../learning/misconceptions/apply-own-catalogue.ts';
import { MISCONCEPTIONS } from '../../../learning/misconceptions/catalogue.ts';
import { ACTIVITY_IDS, ACTIVITY_NAMES } from '../../../model/activity-names.ts';
import { LEVELS } from '../../../model/entrustment-levels.ts';
import { signOffRulesSchema } from '../../../model/sign-off.ts';
import { contentOverridesSchema, type ContentOverrides, type ProgrammeContent } from '../../../model/team/programme-content.ts';
import { SURVEY_ITEMS } from '../../../programme/survey/survey-items.ts';

/** What was kept of a cohort's changes; one that no longer fits (a Rounds of another version wrote it) changes nothing. */
export function toOverrides(kept: unknown): ContentOverrides {
  const parsed = contentOverridesSchema.safeParse(kept);
  return parsed.success ? parsed.data : contentOverridesSchema.parse({});
}

export const applyEntries = (overrides: ContentOverrides, version: number): AppliedCatalogue =>
  applyOwnCatalogue(MISCONCEPTIONS, { name: 'cohort', version: Math.max(1, version), entries: overrides.misconceptions });

/** What comes with Rounds, with a cohort's changes over it. */
export function mergeContent(overrides: ContentOverrides, version: number): ProgrammeContent {
  return {
    version,
    signOff: signOffRulesSchema.parse(overrides.signOff),
    names: { ...ACTIVITY_NAMES, ...overrides.names },
    levels: Object.fromEntries(
      ACTIVITY_IDS.map((activity) => [
        activity,
        Object.fromEntries(LEVELS.map((level) => [`${level}`, overrides.levels[activity]?.[`${level}`] ?? describeLevel(activity, level)])),
      ]),
    ) as ProgrammeContent['levels'],
    misconceptions: [...applyEntries(overrides, version).entries],
    surveyItems: overrides.surveyItems ?? [...SURVEY_ITEMS],
  };
}
