import { describeAgreement } from '../../learning/agreement/describe-agreement.ts';
import type { GrowthAgreement } from '../../model/api/growth.ts';
import type { Rating } from '../../model/entrustment.ts';
import { ME } from '../rounds/rounds-app.ts';

/**
 * How far what I say of my own work agrees with what others say of it: same round, same activity, same question. Only ratings that were
 * given to me are here, so where either of us kept theirs there is nothing to compare.
 */
export function listAgreement(ratings: readonly Rating[]): GrowthAgreement {
  return { retrospective: describe(ratings, 'retrospective'), prospective: describe(ratings, 'prospective') };
}

function describe(ratings: readonly Rating[], view: Rating['view']): GrowthAgreement['retrospective'] {
  const about = ratings.filter((one) => one.person === ME && one.view === view);
  const pairs = [...Map.groupBy(about, (one) => `${one.case} ${one.activity}`).values()].flatMap((same) => {
    // A second thought takes the place of the first; ratings are given oldest first.
    const latest = new Map(same.map((one) => [one.rater, one.level]));
    const own = latest.get(ME);
    return own === undefined ? [] : [...latest].flatMap(([rater, level]) => (rater === ME ? [] : [[own, level] as const]));
  });
  return describeAgreement(pairs);
}
