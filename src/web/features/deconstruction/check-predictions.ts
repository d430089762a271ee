import { z } from 'zod';
import { hunkPredictionSchema, type HunkPrediction } from '../../../model/deconstruction.ts';
import type { Predictions } from '../../../model/team/shared-deconstruction.ts';
import { toVisibleText } from '../../text/to-visible-text.ts';

export const predictionsDraftSchema = z.object({ predictions: z.record(z.string(), hunkPredictionSchema) });
export type PredictionsDraft = z.infer<typeof predictionsDraftSchema>;
export const EMPTY_PREDICTIONS: PredictionsDraft = Object.freeze({ predictions: {} });

/** Null while a hunk has no prediction. */
export function toPredictions(hunks: readonly { readonly id: string }[], { predictions }: PredictionsDraft): Predictions | null {
  const whole = hunks.flatMap(({ id }) => (predictions[id] ? [[id, predictions[id]] as const] : []));
  return whole.length === hunks.length ? { predictions: Object.fromEntries(whole), reason: '', knewOutcome: false } : null;
}

export function describePrediction(prediction: HunkPrediction): string {
  if (prediction.expects === 'nothing') return 'no test fails';
  return prediction.test.trim() === '' ? 'some test fails' : `“${toVisibleText(prediction.test)}” fails`;
}

/** What happened without a hunk. */
export function describeFinding(finding: 'needed' | 'unexplained' | 'could-not-run', failingTests: readonly string[]): string {
  if (finding === 'could-not-run') return 'It could not be taken out or run.';
  if (finding === 'unexplained') return 'Nothing fails without it: untested, unneeded, or not understood.';
  return failingTests.length === 0
    ? 'The tests fail before any of them is named.'
    : `Without it this fails: ${failingTests.slice(0, 3).map(toVisibleText).join('; ')}.`;
}
