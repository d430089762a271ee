import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { OwnWeek } from '../../../model/api/team/weekly.ts';
import { programmeQuery } from '../../api/team/programme-queries.ts';
import { formatDate } from '../../text/format-when.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { listDue, nameMilestone } from '../programme/describe-year.ts';

/** What the year has due: silent while nothing is, and where it cannot be asked. */
export function DueMilestones({ own }: { own: OwnWeek }) {
  const year = useQuery(programmeQuery(own.programme)).data;
  const due = year ? listDue(year) : [];
  if (due.length === 0 || own.state !== 'running') return null;
  return (
    <div className="grid justify-items-start gap-1">
      <ul aria-label="Due in your year">
        {due.map((milestone) => (
          <li key={`${milestone.kind} ${milestone.month}`}>
            Due {formatDate(milestone.at)}: {milestone.kind === 'survey' ? <Link to="/surveys">{nameMilestone(milestone)}</Link> : nameMilestone(milestone)}
          </li>
        ))}
      </ul>
      <ButtonLink look="quiet" to="/programme/$id" params={{ id: own.programme }}>
        See your year
      </ButtonLink>
    </div>
  );
}
