import type { AnsweredDrillView, DrillTally } from '../../../model/api/drills.ts';
import type { DrillForm } from '../../../model/drill.ts';
import { formatCount } from '../../text/format-amount.ts';

export const describeForm = (form: DrillForm): string => (form === 'practice' ? 'Practice' : `Form of month ${form}`);

const toPercent = (share: number): string => `${Math.round(share * 100)} %`;

/** Counts and the interval they allow; never a bare share. */
export function describeTally({ answers, hits, interval }: DrillTally): string {
  if (interval === null) return 'None yet';
  return `${hits} of ${answers} right; the rate may be ${toPercent(interval.low)} to ${toPercent(interval.high)}`;
}

/** Where the bug came from. */
export function describeOrigin({ kind, commit, about }: AnsweredDrillView['drill']): string {
  const short = commit.slice(0, 8);
  if (kind === 'fix') return `It was really there until ${short}: ${about}`;
  if (kind === 'part') return `One part of ${short} was left out: ${about}`;
  return `It was put into the code: ${about.replaceAll('-', ' ')}`;
}

const FOUND = { demonstrated: 'fails', 'not-demonstrated': 'passes', 'could-not-run': 'could not be run' } as const;

export function describeOwnTest({ own, answer }: Pick<AnsweredDrillView, 'own' | 'answer'>): string | null {
  if (own) return `Your test ${FOUND[own.broken.finding]} on this code, and ${FOUND[own.fixed.finding]} with the fix.`;
  if (answer.test === null) return null;
  return answer.testHit === null ? 'Your test showed nothing.' : `Your test ${answer.testHit ? 'showed the bug' : 'did not show the bug'}.`;
}

export function describeHidden({ drill: { failingTests }, answer }: Pick<AnsweredDrillView, 'drill' | 'answer'>): string {
  if (!answer.confirmed) return 'The hidden test did not fail this time, so this answer is not counted.';
  const more = failingTests.length - 3;
  return `The hidden test fails: ${failingTests.slice(0, 3).join('; ')}${more > 0 ? ` and ${formatCount(more, 'more test')}` : ''}.`;
}
