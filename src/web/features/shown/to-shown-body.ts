/** What of the growth screen is shown to a partner: links, and whatever only makes sense on the own machine, stay behind. */
import type { ShownActivity, ShownBelief, ShownBody } from '../../../model/api/team/shown-growth.ts';
import type { ActivityGrowth, HeldBelief } from '../../../model/api/growth.ts';
import type { Calibration } from '../../../model/calibration.ts';

export function toShownBelief({ id, belief, refutation, transferCase, questionToAsk, standing, evidence }: HeldBelief): ShownBody {
  const body: ShownBelief = {
    id,
    belief,
    refutation,
    transferCase,
    questionToAsk,
    standing,
    evidence: evidence.map(({ source, direction, words, at, sign }) => ({ source, direction, words, at, sign })),
  };
  return { kind: 'belief', subject: id, body };
}

export function toShownActivity({ activity, rounds, levels }: ActivityGrowth): ShownBody {
  const body: ShownActivity = {
    activity,
    rules: rounds.filter(({ rule }) => rule !== '').map(({ rule, at }) => ({ rule, at })),
    levels: levels.map(({ level, retrospective, prospective }) => ({ level, retrospective: retrospective.length, prospective: prospective.length })),
  };
  return { kind: 'activity', subject: activity, body };
}

export const toShownCalibration = (calibration: Calibration): ShownBody => ({ kind: 'calibration', subject: 'all', body: calibration });
