import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { OwnWeek } from '../../../model/api/team/weekly.ts';
import type { TrackedMilestone } from '../../../model/team/programme.ts';
import { programmeQuery } from '../../api/team/programme-queries.ts';
import { formatDate } from '../../text/format-when.ts';
import { usePlace } from '../../api/use-place.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { listDue, nameMilestone } from '../programme/describe-year.ts';

/** What the year has due: silent while nothing is, and where it cannot be asked. */
export function DueMilestones({ own }: { own: OwnWeek }) {
  const year = useQuery(programmeQuery(own.programme)).data;
  const due = year ? listDue(year) : [];
  const { isMine } = usePlace();
  if (due.length === 0 || own.state !== 'running') return null;
  return (
    <div className="grid justify-items-start gap-1">
      <ul aria-label="Due in your year">
        {due.map((milestone) => (
          <li key={`${milestone.kind} ${milestone.month}`}>
            Due {formatDate(milestone.at)}: <Due milestone={milestone} isMine={isMine} />
          </li>
        ))}
      </ul>
      <ButtonLink look="quiet" to="/programme/$id" params={{ id: own.programme }}>
        See your year
      </ButtonLink>
    </div>
  );
}

/** What is done on a page of its own leads there; drills are on one's own machine alone. */
function Due({ milestone, isMine }: { milestone: TrackedMilestone; isMine: boolean }) {
  const name = nameMilestone(milestone);
  if (milestone.kind === 'survey') return <Link to="/surveys">{name}</Link>;
  if (milestone.kind !== 'unaided form') return name;
  return isMine ? <Link to="/drills">{name}</Link> : `${name}, in the Rounds on your machine`;
}
