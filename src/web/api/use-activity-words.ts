import { useQuery } from '@tanstack/react-query';
import { ACTIVITY_NAMES, type ActivityId } from '../../model/activity-names.ts';
import type { Level } from '../../model/entrustment-levels.ts';
import { activityWordsQuery } from './growth-queries.ts';
import { ownContentQuery } from './team/content-queries.ts';
import { usePlace } from './use-place.ts';

export interface WordsOfActivities {
  readonly nameOf: (activity: ActivityId) => string;
  /** Empty until it is known. */
  readonly textOf: (activity: ActivityId, level: Level) => string;
}

/** Activities in the words of who reads: on their own machine as kept there, also without a network; on the team's pages as their cohort has them. */
export function useActivityWords(): WordsOfActivities {
  const { isMine, me } = usePlace();
  const local = useQuery({ ...activityWordsQuery(), enabled: isMine });
  const team = useQuery({ ...ownContentQuery(), enabled: !isMine && me !== null });
  const words = isMine ? local.data : team.data?.words;
  return {
    nameOf: (activity) => words?.names[activity] ?? ACTIVITY_NAMES[activity],
    textOf: (activity, level) => words?.levels[activity][`${level}`] ?? '',
  };
}
