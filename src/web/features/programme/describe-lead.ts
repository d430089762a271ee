import type { Cohort, LeadHandOver } from '../../../model/team/cohort.ts';
import { formatDate } from '../../text/format-when.ts';

/** "Lou leads it since 2 Feb 2027, after Lea." The latest first; what was only offered is not in it. */
export function describeLeads({ leadHandOvers }: Pick<Cohort, 'leadHandOvers'>): string[] {
  return leadHandOvers
    .filter(({ state }) => state === 'done')
    .map(({ from, to, doneAt }) => `${from.name} handed the cohort over to ${to.name} on ${formatDate(doneAt)}.`);
}

export const findOpenOffer = ({ leadHandOvers }: Pick<Cohort, 'leadHandOvers'>): LeadHandOver | null =>
  leadHandOvers.find(({ state }) => state === 'proposed') ?? null;

/** Somebody asks me to lead it. */
export const findOfferTo = (cohort: Pick<Cohort, 'leadHandOvers'>, me: string): LeadHandOver | null => {
  const open = findOpenOffer(cohort);
  return open?.to.id === me ? open : null;
};
