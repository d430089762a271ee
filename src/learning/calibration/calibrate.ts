import type { Calibration, Forecast } from '../../model/calibration.ts';
import { countVerdicts } from './count-verdicts.ts';
import { drawReliability, findCalibrationError } from './draw-reliability.ts';
import { scoreForecasts, shareTrue, type Settled } from './score-forecasts.ts';

/**
 * One person's calibration, of sound and unsound cases alike. Only what the world settled counts, and only for who did not know
 * how it ended; what does not count is counted beside it.
 */
export function calibrate(forecasts: readonly Forecast[]): Calibration {
  const blind = forecasts.filter(({ knewOutcome }) => !knewOutcome);
  const byWorld = blind.filter(({ basis }) => basis === 'outcome');
  const settled = byWorld.flatMap(({ probability, truth }): Settled[] => (truth === null ? [] : [{ probability, truth }]));
  const bins = drawReliability(settled);
  return {
    n: settled.length,
    baseRate: settled.length === 0 ? null : shareTrue(settled),
    brier: scoreForecasts(settled),
    bins,
    calibrationError: findCalibrationError(bins),
    verdicts: countVerdicts(byWorld),
    unresolved: byWorld.length - settled.length,
    knewOutcome: forecasts.length - blind.length,
    opinion: blind.length - byWorld.length,
  };
}
