import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MiningView } from '../../../model/api/drills.ts';
import { request } from '../../api/request.ts';
import { formatCount } from '../../text/format-amount.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Section } from '../settings/section.tsx';

const WANTED = 10;

/** Looks for drills in the repository's history and code, with a stop. */
export function MiningSection({ repository, mining }: { repository: string; mining: MiningView | null }) {
  const queryClient = useQueryClient();
  const [under, setUnder] = useState('');
  const again = () => queryClient.invalidateQueries({ queryKey: ['drills'] });
  const begin = useMutation({
    mutationFn: () => request<MiningView>('/api/drills/mine', { method: 'POST', body: { folder: repository, wanted: WANTED, under } }),
    onSuccess: again,
  });
  const stop = useMutation({ mutationFn: () => request<undefined>('/api/drills/mine/stop', { method: 'POST' }), onSuccess: again });
  return (
    <Section id="mining" title="Look for more">
      <p className="text-ink-2">
        Bugs that a commit mended, changes with one part left out, and slips put into the code as it is now. Each is kept only where the repository’s own tests
        fail with it and pass without, three times, in a sandbox without the network. That takes minutes.
      </p>
      {mining?.isRunning ? (
        <div className="card grid justify-items-start gap-2.5 px-5 py-4">
          <output className="block [overflow-wrap:anywhere]">
            {formatCount(mining.found, 'new drill')} in {mining.repository.split('/').at(-1)}. Trying {mining.progress}…
          </output>
          <Button disabled={stop.isPending} onClick={() => stop.mutate()}>
            Stop
          </Button>
        </div>
      ) : (
        <form
          className="grid gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            begin.mutate();
          }}
        >
          <Field id="under" label="Only below this folder" hint="From the root of the repository; empty for all of it.">
            <input id="under" className="field" value={under} onChange={(event) => setUnder(event.target.value)} aria-describedby="under-hint" />
          </Field>
          <div>
            <Button type="submit" disabled={begin.isPending}>
              Look for {WANTED} drills
            </Button>
          </div>
        </form>
      )}
      {begin.isError && <FailureNotice thrown={begin.error} />}
      {mining !== null && !mining.isRunning && <LastMining mining={mining} />}
    </Section>
  );
}

function LastMining({ mining: { found, refused, problem, repository } }: { mining: MiningView }) {
  if (problem !== null)
    return (
      <p role="alert" className="text-bad [overflow-wrap:anywhere]">
        {problem}
      </p>
    );
  return (
    <details>
      <summary className="cursor-pointer">
        {formatCount(found, 'new drill')} the last time, in {repository.split('/').at(-1)}
      </summary>
      <ul className="meta mt-1.5 grid gap-0.5 tabular-nums">
        {refused.map(({ reason, count }) => (
          <li key={reason}>
            {count}: {reason}
          </li>
        ))}
      </ul>
    </details>
  );
}
