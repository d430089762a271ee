import type { ReliabilityBin } from '../../model/calibration.ts';
import { shareTrue, type Settled } from './score-forecasts.ts';
import { toInterval } from './to-interval.ts';

const BINS = 10;
/** Below this the error of ten bins is mostly noise. */
export const LEAST_FOR_ERROR = 100;

/** What a reliability diagram is drawn from: ten bins of stated probability, each with its count. */
export function drawReliability(forecasts: readonly Settled[]): ReliabilityBin[] {
  const width = 100 / BINS;
  return Array.from({ length: BINS }, (_, index) => {
    const [from, to] = [index * width, (index + 1) * width];
    const inside = forecasts.filter(({ probability }) => probability >= from && probability < to);
    const n = inside.length;
    return {
      from,
      to,
      n,
      stated: n === 0 ? null : inside.reduce((sum, { probability }) => sum + probability, 0) / n / 100,
      came: n === 0 ? null : { value: shareTrue(inside), ...toInterval(inside.filter(({ truth }) => truth).length, n) },
    };
  });
}

/** Expected calibration error: mean distance of stated and come, weighted by count. Null below 100 forecasts. */
export function findCalibrationError(bins: readonly ReliabilityBin[]): number | null {
  const n = bins.reduce((sum, bin) => sum + bin.n, 0);
  if (n < LEAST_FOR_ERROR) return null;
  return bins.reduce((sum, bin) => sum + (bin.n / n) * Math.abs((bin.stated ?? 0) - (bin.came?.value ?? 0)), 0);
}
