import type { TeamProgramme } from '../../../model/team/programme.ts';
import { formatCount } from '../../text/format-amount.ts';
import { formatDate } from '../../text/format-when.ts';
import { describeStanding, isOwnToOne, nameMilestone } from './describe-year.ts';

/** All that the line draws, as words. */
export function YearTable({ year }: { year: TeamProgramme }) {
  const held = year.meetings.filter(({ heldAt }) => heldAt !== null);
  return (
    <div className="grid gap-3">
      <table className="w-full text-left">
        <thead>
          <tr className="heading border-b border-line">
            <th scope="col" className="py-1.5 pr-3">
              What
            </th>
            <th scope="col" className="py-1.5 pr-3">
              Its day
            </th>
            <th scope="col" className="py-1.5">
              Where it stands
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {year.milestones.map((milestone) => (
            <tr key={`${milestone.kind} ${milestone.month}`}>
              <th scope="row" className="py-1.5 pr-3 font-normal">
                {nameMilestone(milestone)}
              </th>
              <td className="py-1.5 pr-3 whitespace-nowrap">{formatDate(milestone.at)}</td>
              <td className={`py-1.5 ${milestone.state === 'overdue' ? 'font-medium text-warn' : ''}`}>{describeStanding(milestone)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="text-ink-2">
        {describeHeld(held.map(({ heldAt }) => heldAt))}{' '}
        {year.milestones.some((each) => each.state === 'passed' && isOwnToOne(each)) &&
          'Where it says past, the day is gone; whether it was done is known to that person alone.'}
      </p>
    </div>
  );
}

function describeHeld(held: readonly (string | null)[]): string {
  if (held.length === 0) return 'No meeting has been held yet.';
  return `${formatCount(held.length, 'meeting', 'meetings')} held, the last on ${formatDate(held.at(-1) ?? null)}.`;
}
