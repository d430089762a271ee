import type { TeamProgramme } from '../../../model/team/programme.ts';
import { Line, Plain } from '../../ui/text.tsx';
import { describeState } from './describe-year.ts';
import { HandOvers } from './hand-overs.tsx';
import { PlanText } from './plan-text.tsx';
import { StartChecklist } from './start-checklist.tsx';
import { YearActs } from './year-acts.tsx';
import { YearLine } from './year-line.tsx';

/** One year, for the two and for their lead. */
export function YearView({ year, me, now }: { year: TeamProgramme; me: string; now: Date }) {
  return (
    <div className="grid grid-cols-1 gap-6">
      <p className="text-ink-2">
        {describeState(year)} <Plain>{`Cohort ${year.cohort.name}, led by ${year.lead.name}.`}</Plain>
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
