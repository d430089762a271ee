import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ActivityId } from '../../../model/activity-names.ts';
import type { HeldRating, RoundRatings } from '../../../model/api/team/ratings.ts';
import { request } from '../../api/request.ts';
import { roundRatingsPath, roundRatingsQuery } from '../../api/team/sign-off-queries.ts';
import { useActivityWords } from '../../api/use-activity-words.ts';
import { toVisibleText } from '../../text/to-visible-text.ts';
import { FailureNotice } from '../../ui/notice.tsx';
import { SureButton } from '../team-round/sure-button.tsx';
import { VIEWS } from './rating-words.ts';

interface HeldRatingsProps {
  readonly round: string;
  readonly me: string;
  readonly held: readonly HeldRating[];
  readonly nameOf: (person: string) => string;
}

/** That somebody said something, as a round says that the other has sealed. It opens to both at once. */
export function HeldRatings({ round, me, held, nameOf }: HeldRatingsProps) {
  const queryClient = useQueryClient();
  const { nameOf: nameOfActivity } = useActivityWords();
  const look = useMutation({
    mutationFn: (activity: ActivityId) => request<RoundRatings>(`${roundRatingsPath(round)}/look`, { method: 'POST', body: { activity } }),
    onSuccess: async (opened) => {
      queryClient.setQueryData(roundRatingsQuery(round).queryKey, opened);
      await queryClient.invalidateQueries({ queryKey: ['team', 'sign-off-draft'] });
    },
  });
  const ofMe = Map.groupBy(
    held.filter(({ person }) => person === me),
    ({ activity }) => activity,
  );
  return (
    <ul className="grid gap-2 text-ink-2">
      {[...ofMe].map(([activity, all]) => (
        <li key={activity} className="grid gap-1">
          <p>
            {[...new Set(all.map(({ rater }) => nameOf(rater)))].join(' and ')} said something about you: {toViews(all)}, {activity}{' '}
            {toVisibleText(nameOfActivity(activity))}. You see it once you have said the same of yourself, and then they see yours.
          </p>
          <div>
            <SureButton
              label={`Look at ${activity} without saying mine`}
              question="You say nothing of yourself in it any more. Look?"
              yes="Yes, look"
              isBusy={look.isPending}
              onSure={() => look.mutate(activity)}
            />
          </div>
        </li>
      ))}
      {held
        .filter(({ person }) => person !== me)
        .map(({ person, activity, view }) => (
          <li key={`${person} ${activity} ${view}`}>
            {nameOf(person)} said something about themselves: {VIEWS[view]}, {activity} {toVisibleText(nameOfActivity(activity))}. You see it once you have said
            yours of it.
          </li>
        ))}
      {look.isError && (
        <li>
          <FailureNotice thrown={look.error} />
        </li>
      )}
    </ul>
  );
}

const toViews = (held: readonly HeldRating[]): string => [...new Set(held.map(({ view }) => VIEWS[view]))].join(' and ');
