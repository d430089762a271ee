import { toStableUuid } from '../../credentials/stable-id.ts';
import { describeLevel } from '../../learning/entrustment/level-texts.ts';
import { ACTIVITY_IDS, ACTIVITY_NAMES } from '../../model/activity-names.ts';
import { LEVEL_NAMES, LEVELS } from '../../model/entrustment-levels.ts';
import type { Framework } from '../../model/framework.ts';

/** The 13 activities and 5 levels that come with Rounds. Ids are those that credentials name. */
export const OWN_FRAMEWORK: Framework = Object.freeze({
  id: toStableUuid('framework'),
  title: 'Rounds: thirteen activities of software engineering with agents',
  creator: 'Rounds',
  version: '1',
  description: 'Entrustable professional activities and five levels each. A considered proposal, not validated on engineers.',
  // Of the texts, not of the file: changed together with them.
  changedAt: '2026-11-01T00:00:00Z',
  activities: ACTIVITY_IDS.map((activity) => ({
    id: toStableUuid('activity', activity),
    code: activity,
    name: ACTIVITY_NAMES[activity],
    levels: LEVELS.map((level) => ({
      id: toStableUuid('level', activity, String(level)),
      level,
      name: LEVEL_NAMES[level],
      text: describeLevel(activity, level),
    })),
  })),
});
