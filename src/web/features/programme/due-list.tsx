import { Link } from '@tanstack/react-router';
import type { TeamProgramme } from '../../../model/team/programme.ts';
import { formatDate } from '../../text/format-when.ts';
import { Plain } from '../../ui/text.tsx';
import { describeHandOver, isPlanWritten, listDue, nameMilestone, namePair } from './describe-year.ts';

/** What asks a lead for something: plans that wait, meetings due, hand-overs that are open. */
export function DueList({ years, me }: { years: readonly TeamProgramme[]; me: string }) {
  const going = years.filter(({ state }) => state === 'planned' || state === 'running' || state === 'paused');
  const rows = going.flatMap((year) => [
    ...(year.state === 'planned' ? [{ year, words: describePlan(year, me) }] : []),
    ...(year.state === 'running'
      ? listDue(year)
          .filter(({ kind }) => kind !== 'survey' && kind !== 'unaided form')
          .map((milestone) => ({ year, words: `${nameMilestone(milestone)} is ${milestone.state}; its day is ${formatDate(milestone.at)}.` }))
      : []),
    ...year.handOvers.filter(({ state }) => state === 'proposed').map((handOver) => ({ year, words: describeHandOver(handOver, year.preceptee.name) })),
  ]);
  if (rows.length === 0) return <p className="text-ink-2">Nothing is due in the next two weeks.</p>;
  return (
    <ul className="card divide-y divide-line px-5">
      {rows.map(({ year, words }, index) => (
        <li key={index} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 py-2.5">
          <span>{words}</span>
          <Link to="/programme/$id" params={{ id: year.id }} className="meta">
            <Plain>{namePair(year)}</Plain>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function describePlan(year: TeamProgramme, me: string): string {
  const { missing, plan } = year;
  if (missing.length === 0) return 'Everything is in writing: the year can start.';
  if (isPlanWritten(year) && !plan.agreements.some(({ person }) => person.id === me)) return 'The plan is complete. Read it, and agree or change it.';
  return `Not started. ${missing[0]}`;
}
