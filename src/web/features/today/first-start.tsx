import { useQuery } from '@tanstack/react-query';
import { machineQuery } from '../../api/queries.ts';
import { useDemo, useImport } from '../machine/use-machine-actions.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyNotice, FailureNotice } from '../../ui/notice.tsx';
import { Plain } from '../../ui/text.tsx';

/** A machine without sessions: where Rounds looked, and a demo to begin with. */
export function FirstStart() {
  const machine = useQuery(machineQuery());
  const demo = useDemo();
  const look = useImport();
  const readable = machine.data?.agents ?? [];

  return (
    <div className="grid gap-3.5">
      <EmptyNotice title="No coding agent has left a session on this machine yet.">
        <p className="max-w-[60ch] text-ink-2">
          Work with your agent as you always do; Rounds reads what it writes down. Until then, a demo shows the whole way: a small repository, and sessions in
          it that real agents recorded.
        </p>
        <div className="flex flex-wrap gap-2.5">
          <Button look="go" disabled={demo.isPending} onClick={() => demo.mutate('load')}>
            {demo.isPending ? 'Loading the demo…' : 'Load the demo'}
          </Button>
          <Button disabled={look.isPending} onClick={() => look.mutate()}>
            Look again
          </Button>
        </div>
      </EmptyNotice>
      {demo.isError && <FailureNotice thrown={demo.error} />}
      {look.isError && <FailureNotice thrown={look.error} />}
      {readable.length > 0 && (
        <section aria-labelledby="looked">
          <h2 id="looked" className="heading mt-4 mb-2">
            Where Rounds looked
          </h2>
          <ul className="card divide-y divide-line px-5">
            {readable.map(({ agent, label, places, problem }) => (
              <li key={agent} className="grid gap-0.5 py-2.5 sm:grid-cols-[9rem_1fr] sm:gap-4">
                <span>{label}</span>
                <span className="code text-ink-2 [overflow-wrap:anywhere]">
                  {places.length > 0
                    ? places.map((place) => (
                        <span key={place} className="block">
                          <Plain>{place}</Plain>
                        </span>
                      ))
                    : 'not found here'}
                  {problem && (
                    <span className="block font-sans text-bad">
                      <Plain>{problem}</Plain>
                    </span>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
