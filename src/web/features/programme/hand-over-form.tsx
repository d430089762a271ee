import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TeamProgramme } from '../../../model/team/programme.ts';
import { peopleQuery } from '../../api/team/queries.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { SelectField } from './select-field.tsx';
import { useHandOverActs } from './use-year-acts.ts';

/** Written by one of the two for who comes. Nothing changes before the preceptee and the next preceptor have both agreed. */
export function HandOverForm({ year, onDone }: { year: TeamProgramme; onDone: () => void }) {
  const { propose } = useHandOverActs(year.id);
  const people = useQuery(peopleQuery());
  const [to, setTo] = useState('');
  const [summary, setSummary] = useState('');
  const [focus, setFocus] = useState('');
  const [projects, setProjects] = useState('');
  const others = (people.data?.people ?? []).filter(({ id }) => id !== year.preceptee.id && id !== year.preceptor.id);
  const openProjects = projects
    .split(',')
    .map((project) => project.trim())
    .filter(Boolean);
  return (
    <form
      className="card grid gap-4 px-5 py-4"
      onSubmit={(event) => {
        event.preventDefault();
        propose.mutate({ to: to as never, summary, focus, openProjects }, { onSuccess: onDone });
      }}
    >
      <SelectField id="hand-over-to" label="Next preceptor" empty="Choose a person" value={to} options={others} onText={setTo} />
      <TextArea
        id="hand-over-summary"
        label="What was done and learned"
        hint={`${year.preceptee.name} and the next preceptor read it; your lead sees that it happened, not what it says.`}
        maxLength={8000}
        value={summary}
        onText={setSummary}
      />
      <TextArea id="hand-over-focus" label="What is next" maxLength={2000} value={focus} onText={setFocus} />
      <TextInput id="hand-over-projects" label="Open projects" hint="With commas between them; may stay empty." value={projects} onText={setProjects} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="go" disabled={to === '' || propose.isPending}>
          Propose it
        </Button>
        <Button look="quiet" onClick={onDone}>
          Not now
        </Button>
      </div>
      {propose.isError && <FailureNotice thrown={propose.error} />}
    </form>
  );
}
