import type { Forecast, VerdictCounts } from '../../model/calibration.ts';

/** Asking for a change counts as rejecting: it would not have gone through as it was. */
export function countVerdicts(forecasts: readonly Pick<Forecast, 'verdict' | 'sound'>[]): VerdictCounts {
  const count = (sound: boolean, verdicts: readonly Forecast['verdict'][]): number =>
    forecasts.filter((one) => one.sound === sound && verdicts.includes(one.verdict)).length;
  const stopped = ['change', 'reject'] as const;
  return {
    unsound: { hits: count(false, stopped), misses: count(false, ['accept']), unsure: count(false, ['unsure']) },
    sound: { falseAlarms: count(true, stopped), accepted: count(true, ['accept']), unsure: count(true, ['unsure']) },
  };
}
