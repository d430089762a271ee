import { useState } from 'react';
import type { TeamProgramme } from '../../../model/team/programme.ts';
import { formatDate } from '../../text/format-when.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Plain } from '../../ui/text.tsx';
import { isPlanWritten } from './describe-year.ts';
import { PlanForm } from './plan-form.tsx';
import { PlanText } from './plan-text.tsx';
import { useYearActs } from './use-year-acts.ts';

/** What stands between a plan and a year: what is missing, who has not agreed, and the way to start. */
export function StartChecklist({ year, me }: { year: TeamProgramme; me: string }) {
  const { agree, move } = useYearActs(year.id);
  const [isWriting, setWriting] = useState(false);
  const { plan, missing } = year;
  const isWritten = isPlanWritten(year);
  const three = [year.preceptee, year.preceptor, year.lead].filter(({ id }, index, all) => all.findIndex((one) => one.id === id) === index);
  const agreedAt = (person: string): string | undefined => plan.agreements.find((each) => each.person.id === person)?.at;
  if (isWriting)
    return (
      <div className="card px-5 py-4">
        <PlanForm year={year} onDone={() => setWriting(false)} />
      </div>
    );
  return (
    <div className="card grid gap-5 px-5 py-4">
      {missing.length > 0 ? (
        <div>
          <p className="question">Before it can start</p>
          <ul className="mt-2 grid list-disc gap-1 pl-5 marker:text-ink-3">
            {missing.map((sentence) => (
              <li key={sentence}>
                <Plain>{sentence}</Plain>
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <p className="question">Everything is in writing, and all of you agreed.</p>
      )}
      <PlanText plan={plan} />
      <div>
        <p className="heading">Agreed to this plan, version {plan.version}</p>
        <ul className="mt-1.5 flex flex-wrap gap-x-6 gap-y-1">
          {three.map(({ id, name }) => (
            <li key={id}>
              <Plain>{name}</Plain>: <span className="text-ink-2">{agreedAt(id) === undefined ? 'not yet' : `on ${formatDate(agreedAt(id) ?? null)}`}</span>
            </li>
          ))}
        </ul>
      </div>
      <div className="flex flex-wrap gap-2">
        {missing.length === 0 && (
          <Button look="go" disabled={move.isPending} onClick={() => move.mutate({ action: 'start' })}>
            Start the year
          </Button>
        )}
        {isWritten && agreedAt(me) === undefined && (
          <Button look="go" disabled={agree.isPending} onClick={() => agree.mutate(plan.version)}>
            I agree to this plan
          </Button>
        )}
        <Button look={isWritten ? 'plain' : 'go'} onClick={() => setWriting(true)}>
          {isWritten ? 'Change the plan' : 'Write the plan'}
        </Button>
      </div>
      {agree.isError && <FailureNotice thrown={agree.error} />}
      {move.isError && <FailureNotice thrown={move.error} />}
    </div>
  );
}
