import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ComparisonView } from '../../model/api/comparisons.ts';
import type { Ranking } from '../../model/team/shared-comparison.ts';
import { request } from '../api/request.ts';
import { comparisonQuery } from '../api/work-queries.ts';
import { EMPTY_RANKING, rankingDraftSchema } from '../features/comparison/check-ranking.ts';
import { OutputsView } from '../features/comparison/outputs-view.tsx';
import { RankingReveal } from '../features/comparison/ranking-reveal.tsx';
import { RankingStep } from '../features/comparison/ranking-step.tsx';
import { RoundFrame } from '../features/round/round-frame.tsx';
import { useBrowserDraft } from '../features/round/use-browser-draft.ts';
import { Button } from '../ui/button.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { usePageTitle } from '../ui/use-page-title.ts';
import { DataFailurePage } from './problem-pages.tsx';

const QUESTION = 'Which of these would you take?';

/** One comparison alone: rank blind, then see what the tests say. */
export function ComparisonPage() {
  usePageTitle('Compare');
  const { id } = useParams({ strict: false }) as { id: string };
  const shown = useQuery(comparisonQuery(id));
  if (shown.isError) return <DataFailurePage noun="comparison" thrown={shown.error} onRetry={() => void shown.refetch()} />;
  if (!shown.data)
    return (
      <div className="px-4 py-6 sm:px-7">
        <Skeleton label="Opening the comparison" heights={[90, 260]} />
      </div>
    );
  const { state, outputs } = shown.data;
  return (
    <RoundFrame question={QUESTION} isJudging={state === 'drawn'} steps={null} left={<OutputsView outputs={outputs} />}>
      {state === 'drawn' ? <Judge comparison={shown.data} /> : state === 'sealed' ? <Checks comparison={shown.data} /> : <Reveal comparison={shown.data} />}
    </RoundFrame>
  );
}

function useMove(id: string, move: 'seal' | 'check') {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: Omit<Ranking, 'knewOutcome'> | undefined) =>
      request<ComparisonView>(`/api/comparisons/${id}/${move}`, { method: 'POST', body: body ?? {} }),
    onSuccess: (moved) => queryClient.setQueryData(comparisonQuery(id).queryKey, moved),
  });
}

function Judge({ comparison: { id, letters } }: { comparison: ComparisonView }) {
  const { draft, change, forget } = useBrowserDraft(`rounds.ranking.mine.${id}`, rankingDraftSchema, EMPTY_RANKING);
  const seal = useMove(id, 'seal');
  return (
    <RankingStep
      letters={letters}
      draft={draft}
      isSealing={seal.isPending}
      failure={seal.error}
      note="Sealed, it cannot be changed. Then the repository’s own tests run on each, here on this machine."
      onChange={change}
      onSeal={({ ranking, passes, reason }) => seal.mutate({ ranking, passes, reason }, { onSuccess: forget })}
    />
  );
}

function Checks({ comparison: { id, isChecking, problem } }: { comparison: ComparisonView }) {
  const check = useMove(id, 'check');
  if (isChecking) return <output className="question block">Your ranking is sealed. The tests run on each output now; what they say appears here.</output>;
  return (
    <div className="grid justify-items-start gap-3">
      <p className="question">Your ranking is sealed. The tests have not run to the end.</p>
      {problem !== null && <p className="text-bad [overflow-wrap:anywhere]">{problem}</p>}
      <Button look="go" disabled={check.isPending} onClick={() => check.mutate(undefined)}>
        Run them
      </Button>
      {check.isError && <FailureNotice thrown={check.error} />}
    </div>
  );
}

function Reveal({ comparison: { judgement, truth, score } }: { comparison: ComparisonView }) {
  const ranking = judgement && { ...judgement, knewOutcome: false };
  return <RankingReveal truth={truth} answers={[{ person: 'me', name: 'You', isMe: true, ranking, score }]} />;
}
