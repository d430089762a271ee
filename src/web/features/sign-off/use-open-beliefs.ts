import { useQuery } from '@tanstack/react-query';
import type { ActivityId } from '../../../model/activity-names.ts';
import type { AskSignOff } from '../../../model/api/team/sign-offs.ts';
import type { Level } from '../../../model/entrustment-levels.ts';
import { growthQuery } from '../../api/growth-queries.ts';
import { usePlace } from '../../api/use-place.ts';

export type OpenBelief = AskSignOff['shownBeliefs'][number] & { readonly belief: string };

/** Critical beliefs of this activity that are in my journal, where this is my machine and the level asks for it. They go nowhere by being read here. */
export function useOpenBeliefs(activity: ActivityId, level: Level): readonly OpenBelief[] {
  const { isMine } = usePlace();
  const growth = useQuery({ ...growthQuery(), enabled: isMine && level >= 4 });
  if (level < 4) return [];
  return (growth.data?.beliefs ?? [])
    .filter(({ severity, activities, standing }) => severity === 'critical' && activities.includes(activity) && standing.state !== 'to-ask')
    .map(({ id, belief, standing }) => ({ misconception: id, belief, state: standing.state, contested: standing.contested !== null }));
}
