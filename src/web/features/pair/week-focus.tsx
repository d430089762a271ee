import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ownWeeksQuery } from '../../api/team/pair-queries.ts';
import { toVisibleText } from '../../text/to-visible-text.ts';
import { Plain } from '../../ui/text.tsx';
import { describeWeek, partnerOf, WAITING_ACTS } from './describe-week.ts';

/** On Today: what the two agreed to work on, and whether their page waits for me. Silent where there is neither, or the team's server is away. */
export function WeekFocus() {
  const weeks = useQuery(ownWeeksQuery()).data?.programmes.filter(({ state }) => state === 'running') ?? [];
  return weeks.map((own) => {
    const other = partnerOf(own);
    const waits = WAITING_ACTS.has(own.act);
    if (!own.focus && !waits) return null;
    return (
      <section key={own.programme} aria-labelledby={`focus-${own.programme}`} className="grid gap-1.5 border-l-2 border-accent pl-3.5">
        <h2 id={`focus-${own.programme}`} className="heading">
          {own.focus ? 'This week’s focus, with' : 'This week, with'} <Plain>{other.name}</Plain>
        </h2>
        {own.focus && (
          <p className="question">
            <Plain>{own.focus.words}</Plain>
          </p>
        )}
        <p className="text-ink-2">
          {waits ? `${describeWeek(own.act, { mine: own.mine, other: other.name, state: own.state }).title}. ` : ''}
          <Link
            to="/pair/$programme"
            params={{ programme: own.programme }}
            className="text-ink underline decoration-line underline-offset-4 hover:decoration-current"
          >
            {`Your page with ${toVisibleText(other.name)}`}
          </Link>
        </p>
      </section>
    );
  });
}
