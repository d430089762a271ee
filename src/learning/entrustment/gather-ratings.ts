import { ACTIVITY_IDS, type ActivityId } from '../../model/activity-names.ts';
import type { Rating } from '../../model/entrustment.ts';
import { LEVELS, type Level } from '../../model/entrustment-levels.ts';

/** The ratings of one person at one level, each of them at hand: no mean, since levels are not amounts. */
export interface LevelEvidence {
  readonly level: Level;
  /** How it was done, and how the next may be done; kept apart. */
  readonly retrospective: readonly Rating[];
  readonly prospective: readonly Rating[];
}

export interface ActivityEvidence {
  readonly activity: ActivityId;
  readonly levels: readonly LevelEvidence[];
}

/** What the ratings of `person` say, activity by activity and level by level, the latest first; nothing over activities. */
export function gatherRatings(person: string, ratings: readonly Rating[]): ActivityEvidence[] {
  const own = ratings.filter((rating) => rating.person === person).sort((a, b) => b.at.localeCompare(a.at));
  return ACTIVITY_IDS.map((activity) => ({
    activity,
    levels: LEVELS.map((level) => {
      const here = own.filter((rating) => rating.activity === activity && rating.level === level);
      return {
        level,
        retrospective: here.filter(({ view }) => view === 'retrospective'),
        prospective: here.filter(({ view }) => view === 'prospective'),
      };
    }),
  }));
}
