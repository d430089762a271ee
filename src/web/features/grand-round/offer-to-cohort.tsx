import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { CaseView as SharedCase } from '../../../model/api/team/case-views.ts';
import type { GrandRound, StrippedCase } from '../../../model/team/grand-round.ts';
import { grandRoundsQuery } from '../../api/team/grand-round-queries.ts';
import { request } from '../../api/request.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { CaseView } from '../case/case-view.tsx';

/** Offers a case of mine to a cohort: first exactly what people would see, then a button. Nothing where there is no cohort. */
export function OfferToCohort({ shared }: { shared: SharedCase }) {
  const id = useId();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const list = useQuery(grandRoundsQuery());
  const [chosen, setChosen] = useState<string | null>(null);
  const preview = useMutation({
    mutationFn: () => request<{ content: StrippedCase }>('/api/team/grand-rounds/preview', { method: 'POST', body: { case: shared.id } }),
  });
  const offer = useMutation({
    mutationFn: (cohort: string) => request<GrandRound>('/api/team/grand-rounds', { method: 'POST', body: { cohort, case: shared.id } }),
    onSuccess: (grand) => {
      void queryClient.invalidateQueries({ queryKey: grandRoundsQuery().queryKey });
      void navigate({ to: '/grand-rounds/$id', params: { id: grand.id } });
    },
  });
  const cohorts = list.data?.cohorts ?? [];
  const first = cohorts[0];
  const known = list.data?.grandRounds.find((grand) => grand.case === shared.id && grand.state !== 'withdrawn');
  if (!first || known) return null;
  if (!preview.data)
    return (
      <div className="grid justify-items-start gap-2 px-1">
        <Button look="quiet" disabled={preview.isPending} onClick={() => preview.mutate()}>
          Offer it to your cohort, without names
        </Button>
        {preview.isError && <FailureNotice thrown={preview.error} />}
      </div>
    );
  return (
    <div className="card grid gap-3 px-5 py-4">
      <p>Your cohort would see this, and nothing else. Your partner has to agree first.</p>
      <details>
        <summary className="cursor-pointer underline underline-offset-3">See all of it</summary>
        <div className="mt-3 max-h-[60svh] overflow-y-auto">
          <CaseView framed={preview.data.content} isMine={false} />
        </div>
      </details>
      {cohorts.length > 1 && (
        <label htmlFor={id} className="grid gap-1">
          <span className="meta">Cohort</span>
          <select id={id} className="field" value={chosen ?? first.id} onChange={(event) => setChosen(event.target.value)}>
            {cohorts.map((cohort) => (
              <option key={cohort.id} value={cohort.id}>
                {cohort.name}
              </option>
            ))}
          </select>
        </label>
      )}
      <div className="flex flex-wrap gap-3">
        <Button look="go" disabled={offer.isPending} onClick={() => offer.mutate(chosen ?? first.id)}>
          Offer it
        </Button>
        <Button look="quiet" onClick={() => preview.reset()}>
          Leave it
        </Button>
      </div>
      {offer.isError && <FailureNotice thrown={offer.error} />}
    </div>
  );
}
