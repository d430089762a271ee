import type { CaseList } from '../../../model/api/team/case-views.ts';

export type CaseCard = CaseList['cases'][number];

/** What others shared with me that I have not been in a round of, and that is still there. */
export const listFreshCases = (cases: readonly CaseCard[], me: string): readonly CaseCard[] =>
  cases.filter(({ owner, rounds, forgottenAt }) => owner !== me && forgottenAt === null && rounds.every(({ state }) => state === 'withdrawn'));
