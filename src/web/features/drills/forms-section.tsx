import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DrillFormsView } from '../../../model/api/drills.ts';
import { request } from '../../api/request.ts';
import { formatCount } from '../../text/format-amount.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Section } from '../settings/section.tsx';
import { useDraw } from './practise-section.tsx';

/** Four forms of like drills, held out for their months. */
export function FormsSection({ forms, repository, cannotSee }: { forms: DrillFormsView; repository: string; cannotSee: string }) {
  const draw = useDraw(repository);
  const { yearStart, windows, due, size, alike, tooSmall } = forms;
  return (
    <Section id="forms" title="Four forms, a year">
      <p className="text-ink-2">
        Like drills are held out for months 0, 3, 6 and 12 of your year. Each is seen once, and without an agent: only so can two of them be compared.
      </p>
      {size > 0 && (
        <p>
          Each holds {formatCount(size, 'drill')}; {alike === size ? 'all of them have' : `${alike} of them ${alike === 1 ? 'has' : 'have'}`} their like in
          every form by kind, family of slips and difficulty.
        </p>
      )}
      {tooSmall !== null && <p className="text-ink-2">{tooSmall}</p>}
      {yearStart !== null && (
        <ol className="card divide-y divide-line px-5">
          {windows.map(({ form, from, until, drawn, answered }) => (
            <li key={form} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5 py-2.5">
              <div>
                <p className="font-medium">Month {form}</p>
                <p className="meta tabular-nums">
                  {from} to {until}: {drawn} of {size} seen, {answered} answered
                </p>
              </div>
              {form === due && drawn < size && (
                <Button look="go" disabled={draw.isPending} onClick={() => draw.mutate({ form: 'due', unaided: true })}>
                  {draw.isPending ? 'Drawing…' : 'Draw from it'}
                </Button>
              )}
            </li>
          ))}
        </ol>
      )}
      {yearStart !== null && due !== null && <p className="meta">{cannotSee}</p>}
      {draw.isError && <FailureNotice thrown={draw.error} />}
      <YearForm yearStart={yearStart} />
    </Section>
  );
}

function YearForm({ yearStart }: Pick<DrillFormsView, 'yearStart'>) {
  const [day, setDay] = useState(yearStart ?? '');
  const queryClient = useQueryClient();
  const set = useMutation({
    mutationFn: () => request<undefined>('/api/drills/year', { method: 'POST', body: { start: day } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['drills'] }),
  });
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        set.mutate();
      }}
    >
      <Field id="year-start" label="Your year began on" hint="After a pause, a later day moves what is left. A day that comes a year later begins new forms.">
        <div className="flex flex-wrap gap-2">
          <input
            id="year-start"
            type="date"
            className="field min-w-0 flex-1 basis-40"
            required
            value={day}
            onChange={(event) => setDay(event.target.value)}
            aria-describedby="year-start-hint"
          />
          <Button type="submit" disabled={set.isPending || day === (yearStart ?? '')}>
            Set
          </Button>
        </div>
      </Field>
      {set.isError && <FailureNotice thrown={set.error} />}
    </form>
  );
}
