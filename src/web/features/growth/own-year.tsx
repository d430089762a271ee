import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Growth } from '../../../model/api/growth.ts';
import type { TeamProgramme } from '../../../model/team/programme.ts';
import { projectsQuery } from '../../api/team/pair-queries.ts';
import { programmesQuery } from '../../api/team/programme-queries.ts';
import { formatCount } from '../../text/format-amount.ts';
import { Plain } from '../../ui/text.tsx';
import { describeState, namePair } from '../programme/describe-year.ts';
import { YearAxis } from '../programme/year-axis.tsx';
import { YearLegend, YearMarks } from '../programme/year-marks.tsx';
import { YearTable } from '../programme/year-table.tsx';
import { Section } from '../settings/section.tsx';
import { listOwnYears, listWork } from './list-own-years.ts';
import { WorkLegend, WorkMarks } from './work-marks.tsx';

/** The year as a line: reviews and check-ins, and below them the rounds I closed and the projects of the two. Silent without a programme. */
export function OwnYears({ growth, now }: { growth: Growth; now: Date }) {
  const years = listOwnYears(useQuery(programmesQuery()).data?.programmes ?? []);
  if (years.length === 0) return null;
  return (
    <Section id="year" title={years.length === 1 ? 'Your year' : 'Your years'}>
      {years.map((year) => (
        <OwnYear key={year.id} year={year} growth={growth} now={now} />
      ))}
    </Section>
  );
}

function OwnYear({ year, growth, now }: { year: TeamProgramme; growth: Growth; now: Date }) {
  const projects = useQuery(projectsQuery(year.id)).data?.projects ?? [];
  const span = { from: year.startsAt, to: year.endsAt };
  const work = listWork(growth, projects, span, now.toISOString());
  const closed = projects.filter(({ state }) => state === 'closed');
  return (
    <div className="card grid grid-cols-1 gap-3 px-5 py-4">
      <p>
        <Link to="/programme/$id" params={{ id: year.id }}>
          <Plain>{namePair(year)}</Plain>
        </Link>
        <span className="meta block">{describeState(year)}</span>
      </p>
      <YearLegend years={[year]} />
      <YearAxis span={span}>
        <YearMarks year={year} span={span} now={now.toISOString()} />
        <WorkMarks work={work} />
      </YearAxis>
      <WorkLegend />
      <details>
        <summary className="text-ink-2">The year as a table</summary>
        <div className="mt-3 grid gap-3 overflow-x-auto">
          <YearTable year={year} />
          <p className="text-ink-2">
            {formatCount(work.rounds.length, 'round')} closed. {formatCount(closed.length, 'project')} closed{closed.length > 0 && ':'}
          </p>
          {closed.length > 0 && (
            <ul className="grid list-disc gap-0.5 pl-5 marker:text-ink-3">
              {closed.map(({ id, title }) => (
                <li key={id}>
                  <Plain>{title}</Plain>
                </li>
              ))}
            </ul>
          )}
        </div>
      </details>
    </div>
  );
}
