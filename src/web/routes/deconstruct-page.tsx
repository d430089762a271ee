import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { HunkList, TakingApart } from '../../model/api/deconstructions.ts';
import type { Predictions } from '../../model/team/shared-deconstruction.ts';
import { request } from '../api/request.ts';
import { takingApartQuery } from '../api/work-queries.ts';
import { EMPTY_PREDICTIONS, type PredictionsDraft } from '../features/deconstruction/check-predictions.ts';
import { HunksView } from '../features/deconstruction/hunks-view.tsx';
import { PredictionStep } from '../features/deconstruction/prediction-step.tsx';
import { RangeForm, type Range } from '../features/deconstruction/range-form.tsx';
import { TakenApart } from '../features/deconstruction/taken-apart.tsx';
import { UnexplainedList } from '../features/deconstruction/unexplained-list.tsx';
import { RoundFrame } from '../features/round/round-frame.tsx';
import { Page } from '../ui/page.tsx';
import { usePageTitle } from '../ui/use-page-title.ts';

interface Listed extends HunkList {
  readonly asked: Range;
}

/** A change taken apart alone: predict for each hunk, then it is taken out and the tests run. */
export function DeconstructPage() {
  usePageTitle('Deconstruct');
  const [listed, setListed] = useState<Listed | null>(null);
  const taking = useQuery(takingApartQuery());
  if (listed !== null) return <Predict listed={listed} onBegun={() => setListed(null)} />;
  const now = taking.data?.taking ?? null;
  return (
    <Page title="Take a change apart" narrow>
      <div className="mt-2 grid gap-8">
        <p className="text-ink-2">
          Each hunk is taken out of a copy of the tree and the repository’s tests run without it. You say first what will fail. What no test minds stays listed
          until somebody explains it, tests it or takes it out.
        </p>
        {now !== null && <TakenApart taking={now} />}
        {now?.isRunning !== true && <RangeForm onListed={(asked, hunks) => setListed({ ...hunks, asked })} />}
        {now !== null && !now.isRunning && <UnexplainedList folder={now.repository} />}
      </div>
    </Page>
  );
}

function Predict({ listed, onBegun }: { listed: Listed; onBegun: () => void }) {
  const [draft, setDraft] = useState<PredictionsDraft>(EMPTY_PREDICTIONS);
  const queryClient = useQueryClient();
  const begin = useMutation({
    mutationFn: ({ predictions }: Predictions) => request<TakingApart>('/api/deconstructions', { method: 'POST', body: { ...listed.asked, predictions } }),
    onSuccess: (begun) => {
      queryClient.setQueryData(takingApartQuery().queryKey, begun);
      onBegun();
    },
  });
  return (
    <RoundFrame question="What happens without each of these?" isJudging steps={null} left={<HunksView hunks={listed.hunks} />}>
      <PredictionStep
        hunks={listed.hunks}
        draft={draft}
        isSealing={begin.isPending}
        failure={begin.error}
        note="Then each is taken out, and the tests run without it, here on this machine."
        onChange={(part) => setDraft({ ...draft, ...part })}
        onSeal={(predictions) => begin.mutate(predictions)}
      />
    </RoundFrame>
  );
}
