import { problem, type Problem } from '../../model/problem.ts';
import type { DeconstructionTruth, Predictions, PredictionScore, SharedDeconstruction } from '../../model/team/shared-deconstruction.ts';
import { judgePrediction } from './judge-prediction.ts';

/** Null where every hunk has a prediction, and nothing else has. */
export function whyNotPredicted({ hunks }: SharedDeconstruction, { predictions }: Predictions): Problem | null {
  const known = new Set(hunks.map(({ id }) => id));
  const given = Object.keys(predictions);
  return given.length === known.size && given.every((id) => known.has(id))
    ? null
    : problem('wrong-usage', `Say for each of the ${known.size} hunks what happens without it.`, { next: 'A test that fails, any failure, or nothing.' });
}

/** How many were expected rightly, of those whose removal showed something. */
export function scorePredictions({ predictions }: Predictions, { findings }: Pick<DeconstructionTruth, 'findings'>): PredictionScore {
  const rightByHunk = Object.fromEntries(
    findings.map(({ id, finding, failingTests }) => {
      const prediction = predictions[id];
      return [id, prediction ? judgePrediction(prediction, finding, failingTests) : null];
    }),
  );
  const shown = Object.values(rightByHunk).filter((right) => right !== null);
  return { right: shown.filter(Boolean).length, of: shown.length, rightByHunk };
}
