import { Link } from '@tanstack/react-router';
import type { TeamProgramme } from '../../../model/team/programme.ts';
import { formatDate } from '../../text/format-when.ts';
import { Plain } from '../../ui/text.tsx';
import { describeSpan, listDue, nameMilestone, namePair, STATE_WORDS } from './describe-year.ts';
import { spanYears } from './place-on-year.ts';
import { YearAxis } from './year-axis.tsx';
import { YearLegend, YearMarks } from './year-marks.tsx';

/** Pairs as lanes over one line of months; each name leads to its year. How the programme goes, and nothing about how people do. */
export function YearLanes({ years, now }: { years: readonly TeamProgramme[]; now: Date }) {
  const span = spanYears(years);
  if (span === null) return null;
  return (
    <div className="card grid grid-cols-1 gap-3 px-5 py-4">
      <YearLegend years={years} />
      <YearAxis span={span}>
        <ul className="grid gap-1">
          {years.map((year) => (
            <li key={year.id} className="border-t border-line pt-1.5">
              <div className="flex flex-wrap items-baseline justify-between gap-x-4">
                <Link to="/programme/$id" params={{ id: year.id }} className="min-h-6 font-medium">
                  <Plain>{namePair(year)}</Plain>
                </Link>
                <span className="meta">
                  {year.area !== '' && (
                    <>
                      <Plain>{year.area}</Plain>,{' '}
                    </>
                  )}
                  {STATE_WORDS[year.state].toLowerCase()}
                </span>
              </div>
              <YearMarks year={year} span={span} now={now.toISOString()} />
            </li>
          ))}
        </ul>
      </YearAxis>
      <details>
        <summary className="text-ink-2">The pairs as a table</summary>
        <div className="mt-3 overflow-x-auto">
          <LaneTable years={years} />
        </div>
      </details>
    </div>
  );
}

function LaneTable({ years }: { years: readonly TeamProgramme[] }) {
  const cell = 'py-1.5 pr-4 align-top';
  return (
    <table className="w-full min-w-[36rem] text-left">
      <thead>
        <tr className="heading border-b border-line">
          {['Pair', 'State', 'When', 'Meetings held', 'Next or open'].map((heading) => (
            <th key={heading} scope="col" className={cell}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {years.map((year) => {
          const [next] = listDue(year);
          return (
            <tr key={year.id}>
              <th scope="row" className={`${cell} font-normal`}>
                <Plain>{namePair(year)}</Plain>
              </th>
              <td className={cell}>{STATE_WORDS[year.state]}</td>
              <td className={cell}>{describeSpan(year)}</td>
              <td className={cell}>{year.meetings.filter(({ heldAt }) => heldAt !== null).length}</td>
              <td className={cell}>{next ? `${nameMilestone(next)} (${next.state}, ${formatDate(next.at)})` : 'nothing'}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
