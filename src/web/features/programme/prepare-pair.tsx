import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SuggestionList } from '../../../model/api/team/cohorts.ts';
import type { TeamProgramme } from '../../../model/team/programme.ts';
import { peopleQuery } from '../../api/team/queries.ts';
import { programmesPath, programmesQuery, suggestionsQuery } from '../../api/team/programme-queries.ts';
import { request } from '../../api/request.ts';
import { formatCount } from '../../text/format-amount.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Plain } from '../../ui/text.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { SelectField } from './select-field.tsx';

interface Chosen {
  readonly preceptee: string;
  readonly preceptor: string;
}

/** Suggestions with their reasons, and the choice, which is the lead's. The plan is written with the two of them. */
export function PreparePair({ cohort }: { cohort: string }) {
  const suggested = useQuery(suggestionsQuery(cohort));
  const people = useQuery(peopleQuery());
  const queryClient = useQueryClient();
  const [chosen, setChosen] = useState<Chosen>({ preceptee: '', preceptor: '' });
  const [area, setArea] = useState('');
  const [startsOn, setStartsOn] = useState('');
  const [months, setMonths] = useState('12');
  const prepare = useMutation({
    mutationFn: () =>
      request<TeamProgramme>(programmesPath, {
        method: 'POST',
        body: { cohort, ...chosen, area, startsAt: new Date(`${startsOn}T09:00`).toISOString(), months: Number(months) },
      }),
    onSuccess: async () => {
      setChosen({ preceptee: '', preceptor: '' });
      setArea('');
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: programmesQuery().queryKey }),
        queryClient.invalidateQueries({ queryKey: suggestionsQuery(cohort).queryKey }),
      ]);
    },
  });
  const all = people.data?.people ?? [];
  return (
    <div className="card grid gap-5 px-5 py-4">
      {suggested.isError && <FailureNotice thrown={suggested.error} onRetry={() => void suggested.refetch()} />}
      {suggested.data && <Suggestions list={suggested.data} onChoose={setChosen} />}
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          prepare.mutate();
        }}
      >
        <div className="grid items-end gap-4 sm:grid-cols-2">
          <SelectField
            id="pair-preceptee"
            label="Preceptee"
            empty="Choose a person"
            value={chosen.preceptee}
            options={all.filter(({ id }) => id !== chosen.preceptor)}
            onText={(preceptee) => setChosen((had) => ({ ...had, preceptee }))}
          />
          <SelectField
            id="pair-preceptor"
            label="Preceptor"
            empty="Choose a person"
            value={chosen.preceptor}
            options={all.filter(({ id }) => id !== chosen.preceptee)}
            onText={(preceptor) => setChosen((had) => ({ ...had, preceptor }))}
          />
          <TextInput
            id="pair-area"
            label="Area"
            hint="May stay empty. Somebody may learn in one and teach in another."
            maxLength={80}
            value={area}
            onText={setArea}
          />
          <div className="grid grid-cols-2 items-end gap-4">
            <TextInput id="pair-starts" label="Starts on" type="date" required value={startsOn} onText={setStartsOn} />
            <TextInput id="pair-months" label="Months" type="number" min={12} max={36} required value={months} onText={setMonths} />
          </div>
        </div>
        <div>
          <Button type="submit" look="go" disabled={chosen.preceptee === '' || chosen.preceptor === '' || startsOn === '' || prepare.isPending}>
            Prepare this year
          </Button>
        </div>
        {prepare.isError && <FailureNotice thrown={prepare.error} />}
      </form>
    </div>
  );
}

function Suggestions({ list, onChoose }: { list: SuggestionList; onChoose: (chosen: Chosen) => void }) {
  const waiting = list.preceptees === 0 ? 'Nobody waits' : formatCount(list.preceptees, 'person waits', 'people wait');
  const offering = list.preceptors === 0 ? 'no preceptor offers' : formatCount(list.preceptors, 'preceptor offers', 'preceptors offer');
  return (
    <div className="grid gap-2">
      <p className="text-ink-2">
        {`${waiting} for a preceptor; ${offering} time.`}{' '}
        {list.suggestions.length === 0
          ? 'There is no pair to suggest yet: choose by hand, or ask people to say how they would take part.'
          : 'Suggestions only: you decide, with them.'}
      </p>
      <ul className="divide-y divide-line">
        {list.suggestions.map(({ preceptee, preceptor, reasons, cautions }) => (
          <li key={`${preceptee.id} ${preceptor.id}`} className="grid gap-1 py-3">
            <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
              <p className="font-medium">
                <Plain>{`${preceptee.name} with ${preceptor.name}`}</Plain>
              </p>
              <Button onClick={() => onChoose({ preceptee: preceptee.id, preceptor: preceptor.id })}>Choose these two</Button>
            </div>
            <p className="text-ink-2">
              <Plain>{reasons.join(' ')}</Plain>
            </p>
            {cautions.length > 0 && (
              <p className="text-warn">
                <Plain>{cautions.join(' ')}</Plain>
              </p>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
