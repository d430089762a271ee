import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ComparisonList, ComparisonView } from '../../model/api/comparisons.ts';
import { request } from '../api/request.ts';
import { comparisonQuery, comparisonsQuery } from '../api/work-queries.ts';
import { formatWhen } from '../text/format-when.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Plain } from '../ui/text.tsx';
import { useNow } from '../ui/use-now.ts';
import { usePageTitle } from '../ui/use-page-title.ts';

/** Comparisons alone: begin one, or go on with one. */
export function ComparePage() {
  usePageTitle('Compare');
  const listed = useQuery(comparisonsQuery());
  return (
    <Page title="Compare outputs" narrow>
      <div className="mt-2 grid gap-8">
        <p className="text-ink-2">
          Two or more outputs for one task, without names and in a drawn order: you rank them and say how sure you are that each passes. Then the repository’s
          tests run.
        </p>
        <DrawForm />
        {listed.isError && <FailureNotice thrown={listed.error} />}
        {listed.data && listed.data.comparisons.length > 0 && <Drawn comparisons={listed.data.comparisons} />}
      </div>
    </Page>
  );
}

function DrawForm() {
  const [folder, setFolder] = useState('');
  const [refs, setRefs] = useState('');
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const draw = useMutation({
    mutationFn: () => request<ComparisonView>('/api/comparisons', { method: 'POST', body: { folder, refs: refs.split(/[\s,]+/).filter(Boolean) } }),
    onSuccess: (drawn) => {
      queryClient.setQueryData(comparisonQuery(drawn.id).queryKey, drawn);
      void navigate({ to: '/compare/$id', params: { id: drawn.id } });
    },
  });
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        draw.mutate();
      }}
    >
      <Field id="folder" label="Repository" hint="A folder in it, on this machine.">
        <input id="folder" className="field" required value={folder} onChange={(event) => setFolder(event.target.value)} aria-describedby="folder-hint" />
      </Field>
      <Field id="refs" label="Outputs" hint="Branches, tags or commits, two to eight of them, with spaces between.">
        <input id="refs" className="field" required value={refs} onChange={(event) => setRefs(event.target.value)} aria-describedby="refs-hint" />
      </Field>
      <div>
        <Button type="submit" look="go" disabled={draw.isPending}>
          {draw.isPending ? 'Drawing…' : 'Draw the letters'}
        </Button>
      </div>
      {draw.isError && <FailureNotice thrown={draw.error} />}
    </form>
  );
}

const STATES = { drawn: 'not judged yet', sealed: 'sealed', revealed: 'open' } as const;

function Drawn({ comparisons }: ComparisonList) {
  const now = useNow();
  return (
    <section aria-labelledby="drawn" className="grid gap-2">
      <h2 id="drawn" className="heading">
        What was compared
      </h2>
      <ul className="card divide-y divide-line px-5">
        {comparisons.map(({ id, repository, drawnAt, state, letters }) => (
          <li key={id} className="py-2.5">
            <Link to="/compare/$id" params={{ id }} className="font-medium underline underline-offset-3">
              {letters.join(', ')} of <Plain>{repository.split('/').at(-1) ?? repository}</Plain>
            </Link>
            <span className="meta block">
              {formatWhen(drawnAt, now)}, {STATES[state]}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
