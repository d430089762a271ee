import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { BlindDrill, DrillList } from '../../../model/api/drills.ts';
import { drillQuery } from '../../api/drill-queries.ts';
import { request } from '../../api/request.ts';
import { formatCount } from '../../text/format-amount.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Section } from '../settings/section.tsx';
import { describeForm } from './describe-drills.ts';

/** Draws a drill and goes to it. */
export function useDraw(folder: string) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (asked: { form: 'practice' | 'due'; unaided: boolean }) =>
      request<BlindDrill>('/api/drills/draw', { method: 'POST', body: { folder, ...asked } }),
    onSuccess: (blind) => {
      queryClient.setQueryData(drillQuery(blind.id, folder).queryKey, { blind, answered: null });
      void queryClient.invalidateQueries({ queryKey: ['drills'] });
      void navigate({ to: '/drills/$id', params: { id: blind.id }, search: { folder } });
    },
  });
}

export function PractiseSection({ list: { drills, practiceLeft, repository }, cannotSee }: { list: DrillList; cannotSee: string }) {
  const [unaided, setUnaided] = useState(false);
  const draw = useDraw(repository);
  const open = drills.filter(({ state }) => state === 'open');
  return (
    <Section id="practise" title="Practise">
      <p>{practiceLeft === 0 ? 'No drill is left to practise with: look for more below.' : `${formatCount(practiceLeft, 'drill')} you have not seen.`}</p>
      {practiceLeft > 0 && (
        <div className="grid gap-2.5">
          <label className="flex items-center gap-2.5">
            <input type="checkbox" className="size-4 accent-accent" checked={unaided} onChange={(event) => setUnaided(event.target.checked)} />
            Without an agent: refuse while one is seen at work there
          </label>
          {unaided && <p className="meta">{cannotSee}</p>}
          <div>
            <Button look="go" disabled={draw.isPending} onClick={() => draw.mutate({ form: 'practice', unaided })}>
              {draw.isPending ? 'Drawing…' : 'Draw one'}
            </Button>
          </div>
        </div>
      )}
      {draw.isError && <FailureNotice thrown={draw.error} />}
      {open.length > 0 && (
        <ul aria-label="Still open" className="card divide-y divide-line px-5">
          {open.map(({ id, form, difficulty }) => (
            <li key={id} className="py-2.5">
              <Link to="/drills/$id" params={{ id }} search={{ folder: repository }} className="font-medium underline underline-offset-3">
                Go on with {id.slice(0, 6)}
              </Link>
              <span className="meta block">
                {describeForm(form ?? 'practice')}, difficulty {difficulty.toFixed(2)} (an estimate)
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
