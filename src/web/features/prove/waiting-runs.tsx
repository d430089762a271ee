import { useQuery } from '@tanstack/react-query';
import type { WaitingProbes } from '../../../model/api/team/probes.ts';
import { waitingRunsQuery } from '../../api/team/queries.ts';
import { joinWords } from '../../text/format-amount.ts';
import { toVisibleText } from '../../text/to-visible-text.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Plain } from '../../ui/text.tsx';

type Waiting = WaitingProbes['probes'][number];

/** On Today: probes that wait for my Run, one row a round. Silent while there is none. */
export function WaitingRuns() {
  const { data } = useQuery(waitingRunsQuery());
  if (!data || data.probes.length === 0) return null;
  const byRound = Map.groupBy(data.probes, ({ round }) => round);
  const nameOf = (id: string): string => toVisibleText(data.people.find((person) => person.id === id)?.name ?? 'Somebody');
  return (
    <section aria-labelledby="waiting-runs">
      <h2 id="waiting-runs" className="heading mb-2.5">
        Waiting for your Run
      </h2>
      <div className="grid gap-3.5">
        {[...byRound].map(([round, probes]) => (
          <Row key={round} round={round} probes={probes} who={joinWords([...new Set(probes.map(({ author }) => nameOf(author)))])} />
        ))}
      </div>
    </section>
  );
}

function Row({ round, probes, who }: { round: string; probes: readonly Waiting[]; who: string }) {
  const claims = [...new Set(probes.flatMap(({ probe }) => (probe ? [probe.claim] : [])))];
  return (
    <article className="card flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-5 py-4" aria-label={`A run that ${who} asks for`}>
      <div className="grid min-w-0 flex-1 basis-64 gap-0.5">
        {claims.map((claim) => (
          <h3 key={claim} className="font-medium [overflow-wrap:anywhere]">
            <Plain>{claim}</Plain>
          </h3>
        ))}
        <p className="meta">{who} asks to run this on the code of your case. You read it first.</p>
      </div>
      <ButtonLink look="go" to="/team/rounds/$id" params={{ id: round }} aria-label={`Read it: ${claims.join(' ')}`}>
        Read it
      </ButtonLink>
    </article>
  );
}
