import type { Brier } from '../../model/calibration.ts';

export interface Settled {
  /** In percent, 1 to 99. */
  readonly probability: number;
  readonly truth: boolean;
}

/**
 * Brier score (G. W. Brier, 1950) with the decomposition of A. H. Murphy (1973). Groups are the probabilities as they were
 * stated, so that the parts add up to the score exactly; with wider groups they would not. Null for no forecasts.
 */
export function scoreForecasts(forecasts: readonly Settled[]): Brier | null {
  const n = forecasts.length;
  if (n === 0) return null;
  const baseRate = shareTrue(forecasts);
  let reliability = 0;
  let resolution = 0;
  for (const group of Map.groupBy(forecasts, ({ probability }) => probability).values()) {
    const came = shareTrue(group);
    reliability += (group.length / n) * ((group[0]?.probability ?? 0) / 100 - came) ** 2;
    resolution += (group.length / n) * (came - baseRate) ** 2;
  }
  const score = forecasts.reduce((sum, { probability, truth }) => sum + (probability / 100 - Number(truth)) ** 2, 0) / n;
  return { score, reliability, resolution, uncertainty: baseRate * (1 - baseRate) };
}

/** 0 to 1; NaN for none. */
export function shareTrue(forecasts: readonly Pick<Settled, 'truth'>[]): number {
  return forecasts.filter(({ truth }) => truth).length / forecasts.length;
}
