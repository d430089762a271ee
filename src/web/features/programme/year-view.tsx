import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TeamProgramme } from '../../../model/team/programme.ts';
import { cohortsQuery } from '../../api/team/programme-queries.ts';
import { Line, Plain } from '../../ui/text.tsx';
import { describeLeads } from './describe-lead.ts';
import { describeState } from './describe-year.ts';
import { HandOvers } from './hand-overs.tsx';
import { PlanText } from './plan-text.tsx';
import { StartChecklist } from './start-checklist.tsx';
import { YearActs } from './year-acts.tsx';
import { YearLine } from './year-line.tsx';

/** One year, for the two and for their lead. */
export function YearView({ year, me, now }: { year: TeamProgramme; me: string; now: Date }) {
  const { data } = useQuery(cohortsQuery());
  const cohort = data?.cohorts.find(({ id }) => id === year.cohort.id);
  const leads = cohort ? describeLeads(cohort) : [];
  return (
    <div className="grid grid-cols-1 gap-6">
      <p className="text-ink-2">
        {describeState(year)} <Plain>{`Cohort ${year.cohort.name}, led by ${year.lead.name}.`}</Plain>
      </p>
      {leads.map((sentence) => (
        <p key={sentence} className="meta -mt-4">
          <Plain>{sentence}</Plain>
        </p>
      ))}
      <p className="meta -mt-4">
        <Link to="/cohorts/$id/content" params={{ id: year.cohort.id }} className="underline underline-offset-4">
          What this cohort works with
        </Link>
        {cohort && cohort.contentVersion > 0 && `, version ${cohort.contentVersion} of its own`}
      </p>
      {year.state === 'planned' ? (
        <StartChecklist year={year} me={me} />
      ) : (
        <>
          {year.plan.goal !== '' && (
            <p className="question">
              <Line>{year.plan.goal}</Line>
            </p>
          )}
          <YearLine year={year} now={now} />
          <details>
            <summary className="text-ink-2">The plan all three agreed to</summary>
            <div className="card mt-2 px-5 py-4">
              <PlanText plan={year.plan} />
            </div>
          </details>
        </>
      )}
      {year.state === 'completed' && year.preceptee.id === me && (
        <p>
          <a href={`/api/team/credentials/programmes/${year.id}`} download="credential-of-the-year.json">
            Save the credential of this year
          </a>
          . Anybody can check it without a network: <code className="code">rounds credential verify FILE</code>
        </p>
      )}
      <YearActs year={year} />
      <HandOvers year={year} me={me} />
    </div>
  );
}
