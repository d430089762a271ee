import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { RoundId } from '../../../model/round.ts';
import { roundLessonQuery } from '../../api/team/lesson-queries.ts';
import { Button, ButtonLink, Key } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { useKeepLesson } from './use-lesson-actions.ts';

/** For a closed round: one key keeps its rule as a lesson of everyone in it. It can be changed on its own page afterwards. */
export function KeepRoundLesson({ round }: { round: RoundId }) {
  const queryClient = useQueryClient();
  const { queryKey } = roundLessonQuery(round);
  const offer = useQuery(roundLessonQuery(round));
  const keep = useKeepLesson();
  const kept = keep.data?.id ?? offer.data?.kept ?? null;
  const press = (): void => {
    // What is being asked for again may be another rule by now.
    if (!offer.data || offer.isFetching || kept !== null || keep.isPending) return;
    keep.mutate({ lesson: offer.data.lesson, round, pair: offer.data.pair }, { onSuccess: () => queryClient.invalidateQueries({ queryKey }) });
  };
  useKeys({ l: press });
  if (offer.isPending) return null;
  if (offer.isError) return <FailureNotice thrown={offer.error} onRetry={() => void offer.refetch()} />;
  return (
    <div className="grid gap-3">
      {kept === null ? (
        <div>
          <Button look="go" disabled={keep.isPending || offer.isFetching} aria-keyshortcuts="l" onClick={press}>
            {keep.isPending ? 'Keeping it…' : 'Keep it as a lesson'} <Key>l</Key>
          </Button>
        </div>
      ) : (
        <output className="flex flex-wrap items-center gap-3">
          <span>Kept as a lesson of everybody in the round.</span>
          <ButtonLink to="/lessons/$id" params={{ id: kept }}>
            Open the lesson
          </ButtonLink>
        </output>
      )}
      {keep.isError && <FailureNotice thrown={keep.error} />}
    </div>
  );
}
