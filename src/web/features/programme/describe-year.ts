import type { HandOverFact, TeamProgramme, TrackedMilestone } from '../../../model/team/programme.ts';
import { formatDate } from '../../text/format-when.ts';

export const STATE_WORDS: Readonly<Record<TeamProgramme['state'], string>> = {
  planned: 'Being prepared',
  running: 'Running',
  paused: 'Paused',
  completed: 'Completed',
  ended: 'Ended early',
};

const STANDING_WORDS: Readonly<Record<TrackedMilestone['state'], string>> = {
  done: 'done',
  ahead: 'ahead',
  due: 'due',
  overdue: 'overdue',
  passed: 'not held',
};

/** Surveys and forms are each person's own: of those only the day is known here. */
export const isOwnToOne = ({ kind }: Pick<TrackedMilestone, 'kind'>): boolean => kind === 'survey' || kind === 'unaided form';

export const describeStanding = (milestone: Pick<TrackedMilestone, 'kind' | 'state'>): string =>
  milestone.state === 'passed' && isOwnToOne(milestone) ? 'past' : STANDING_WORDS[milestone.state];

const MILESTONE_WORDS: Readonly<Record<TrackedMilestone['kind'], string>> = {
  'first meeting': 'First meeting',
  review: 'Review',
  midpoint: 'Midpoint',
  survey: 'Survey',
  'unaided form': 'Drills without an agent',
  completion: 'Completion',
};

/** "Review, month 4". */
export const nameMilestone = ({ kind, month }: Pick<TrackedMilestone, 'kind' | 'month'>): string =>
  kind === 'review' || kind === 'survey' || kind === 'unaided form' ? `${MILESTONE_WORDS[kind]}, month ${month}` : MILESTONE_WORDS[kind];

export const namePair = ({ preceptee, preceptor }: Pick<TeamProgramme, 'preceptee' | 'preceptor'>): string => `${preceptee.name} with ${preceptor.name}`;

const weigh = ({ state }: TrackedMilestone): number => (state === 'overdue' ? 0 : 1);

/** What has to happen next, the oldest first: overdue before due. Surveys and forms are each person's own. */
export function listDue({ milestones }: Pick<TeamProgramme, 'milestones'>): TrackedMilestone[] {
  return milestones.filter(({ state }) => state === 'overdue' || state === 'due').toSorted((a, b) => weigh(a) - weigh(b) || a.at.localeCompare(b.at));
}

/** Whether only the agreements are missing: before that there is nothing to agree to. */
export const isPlanWritten = ({ plan }: Pick<TeamProgramme, 'plan'>): boolean =>
  plan.goal.trim() !== '' && plan.owner.trim() !== '' && /^https?:\/\//.test(plan.policyUrl) && plan.protectedHoursAWeek > 0 && plan.firstMeetingAt !== null;

/** When it runs, in a line. */
export function describeSpan(year: Pick<TeamProgramme, 'startsAt' | 'endsAt' | 'state' | 'completedAt' | 'endedAt'>): string {
  if (year.completedAt !== null) return `Completed on ${formatDate(year.completedAt)}`;
  if (year.endedAt !== null) return `Ended on ${formatDate(year.endedAt)}`;
  return `${formatDate(year.startsAt)} to ${formatDate(year.endsAt)}`;
}

/** Where it stands and when it runs, each said once. */
export const describeState = (year: Parameters<typeof describeSpan>[0]): string =>
  year.completedAt !== null || year.endedAt !== null ? `${describeSpan(year)}.` : `${STATE_WORDS[year.state]}. ${describeSpan(year)}.`;

/** Where a hand-over stands, and whose word is missing. */
export function describeHandOver({ from, to, state, agreedByPreceptee, accepted, doneAt }: HandOverFact, preceptee: string): string {
  if (state === 'done') return `${from.name} handed over to ${to.name} on ${formatDate(doneAt)}.`;
  if (state === 'withdrawn') return `A hand-over from ${from.name} to ${to.name} was called off.`;
  const silent = [...(agreedByPreceptee ? [] : [preceptee]), ...(accepted ? [] : [to.name])];
  return `A hand-over from ${from.name} to ${to.name} waits for ${silent.join(' and ')}.`;
}
