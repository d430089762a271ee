import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TeamProgramme } from '../../../model/team/programme.ts';
import { programmesQuery } from '../../api/team/programme-queries.ts';
import { peopleQuery } from '../../api/team/queries.ts';
import { Field } from '../../ui/field.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ownZone } from '../account/own-zone.ts';
import { ChooseTimes } from './choose-times.tsx';
import type { FoundTimes } from '../../../programme/calendar/find-times.ts';
import { readTimes } from './read-times.ts';

// What is further ahead may still be moved.
const AHEAD_MS = 28 * 86_400_000;
const MAX_FILE_BYTES = 32 * 1024 * 1024;

/** Meetings of the pair that stand in somebody's calendar: read here, chosen here; only when they were goes to the other, who confirms. */
export function OfferTimes({ me }: { me: string }) {
  const programmes = useQuery({
    ...programmesQuery(),
    select: (list) => list.programmes.filter(({ state, preceptee, preceptor }) => state === 'running' && [preceptee.id, preceptor.id].some((id) => id === me)),
  });
  const [chosen, setChosen] = useState('');
  if (programmes.isPending) return <Skeleton label="Looking for your year" heights={[60]} />;
  if (programmes.isError) return <FailureNotice thrown={programmes.error} onRetry={() => void programmes.refetch()} />;
  const programme = programmes.data.find(({ id }) => id === chosen) ?? programmes.data[0];
  if (!programme) return <p className="meta">Once your year with somebody runs, meetings of the two of you can be taken from your calendar.</p>;
  return (
    <div className="grid gap-3.5">
      <p className="text-ink-2">
        Time that your calendar kept for the two of you counts as protected once the other confirms it. The file is read in this browser; what leaves it is when
        each time you choose began and ended.
      </p>
      {programmes.data.length > 1 && (
        <Field id="times-year" label="With">
          <select id="times-year" className="field" value={programme.id} onChange={(event) => setChosen(event.target.value)}>
            {programmes.data.map((year) => (
              <option key={year.id} value={year.id}>
                {partnerOf(year, me).name}
              </option>
            ))}
          </select>
        </Field>
      )}
      <ReadFile key={programme.id} programme={programme} partner={partnerOf(programme, me)} />
    </div>
  );
}

const partnerOf = ({ preceptee, preceptor }: TeamProgramme, me: string) => (preceptee.id === me ? preceptor : preceptee);

function ReadFile({ programme: { id, startsAt, endsAt }, partner }: { programme: TeamProgramme; partner: { readonly id: string; readonly name: string } }) {
  const people = useQuery(peopleQuery());
  const [found, setFound] = useState<FoundTimes | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);

  async function read(text: string): Promise<void> {
    const until = Math.min(Date.parse(endsAt), Date.now() + AHEAD_MS);
    const email = people.data?.people.find((person) => person.id === partner.id)?.email ?? null;
    const span = { from: startsAt, to: new Date(until).toISOString(), zone: ownZone(), partner: { name: partner.name, email } };
    const times = await readTimes(text, span);
    setFound(times.ok ? times.value : null);
    setRefusal(times.ok ? null : [times.problem.what, times.problem.why, times.problem.next].filter(Boolean).join(' '));
  }

  async function readFile(file: File | undefined): Promise<void> {
    setFound(null);
    setRefusal(file && file.size > MAX_FILE_BYTES ? 'This file is too large for a calendar.' : null);
    if (file && file.size <= MAX_FILE_BYTES) await read(await file.text());
  }

  return (
    <div className="card grid gap-3.5 px-5 py-4">
      <Field id="times-file" label="A calendar file (.ics)">
        <input id="times-file" type="file" accept=".ics,text/calendar" className="field" onChange={(event) => void readFile(event.target.files?.[0])} />
      </Field>
      <details>
        <summary className="meta">Or paste what stands in one</summary>
        <Field id="times-text" label="What stands in the file">
          <textarea id="times-text" className="field code" rows={4} onChange={(event) => void read(event.target.value)} />
        </Field>
      </details>
      {refusal && (
        <p role="alert" className="text-bad">
          {refusal}
        </p>
      )}
      {found && <ChooseTimes key={`${found.series.length} ${found.leftOut}`} programme={id} partner={partner.name} found={found} />}
    </div>
  );
}
