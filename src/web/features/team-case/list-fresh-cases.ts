import type { CaseList } from '../../../model/api/team/case-views.ts';

export type CaseCard = CaseList['cases'][number];

/** What others shared with me that I have not been in a round of, and that is still there. */
export const listFreshCases = (cases: readonly CaseCard[], me: string): readonly CaseCard[] =>
  cases.filter(({ owner, rounds, forgottenAt }) => owner !== me && forgottenAt === null && rounds.every(({ state }) => state === 'withdrawn'));

/** How many Today offers at once. */
const OFFERED = 3;

/** Those of my own pairs, the latest few: what somebody showed to everybody waits in the list of cases, and for nobody. */
export const listOffered = (fresh: readonly CaseCard[], pairs: readonly { readonly id: string }[]): readonly CaseCard[] =>
  fresh.filter(({ pair }) => pairs.some(({ id }) => id === pair)).slice(0, OFFERED);
