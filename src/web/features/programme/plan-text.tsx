import type { TeamProgramme } from '../../../model/team/programme.ts';
import { formatClock, formatDate } from '../../text/format-when.ts';
import { Plain } from '../../ui/text.tsx';

const isWebAddress = (text: string): boolean => /^https?:\/\//.test(text);

/** What three people agree to. */
export function PlanText({ plan }: Pick<TeamProgramme, 'plan'>) {
  return (
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[11rem_1fr] [&_dt]:heading">
      <dt>Goal of the year</dt>
      <dd className="whitespace-pre-wrap">{plan.goal === '' ? <Missing /> : <Plain>{plan.goal}</Plain>}</dd>
      <dt>Who answers for it</dt>
      <dd>{plan.owner === '' ? <Missing /> : <Plain>{plan.owner}</Plain>}</dd>
      <dt>What is recorded, who sees it</dt>
      <dd className="[overflow-wrap:anywhere]">
        {plan.policyUrl === '' && <Missing />}
        {isWebAddress(plan.policyUrl) ? (
          <a href={plan.policyUrl} rel="noreferrer noopener" target="_blank">
            <Plain>{plan.policyUrl}</Plain>
          </a>
        ) : (
          <Plain>{plan.policyUrl}</Plain>
        )}
      </dd>
      <dt>Protected hours</dt>
      <dd>{plan.protectedHoursAWeek} a week</dd>
      <dt>First meeting</dt>
      <dd>{plan.firstMeetingAt === null ? <Missing /> : `${formatDate(plan.firstMeetingAt)}, ${formatClock(plan.firstMeetingAt)}`}</dd>
    </dl>
  );
}

const Missing = () => <span className="text-ink-3">not yet written</span>;
