import type { DecisionScene } from './decision-scene.ts';

/** Careful review is slow: about 200 changed lines in half an hour is the usual advice; here a case shows few of them. */
const LINES_PER_MINUTE = 20;
const LEAST = 2;
const MOST = 8;

/** Whole minutes a round on this decision is likely to take, judging and reading the outcome. */
export function estimateMinutes({ edits, said }: DecisionScene): number {
  const lines = edits.reduce((sum, edit) => sum + edit.addedCount + edit.removedCount, 0) + said.length / 200;
  return Math.min(MOST, LEAST + Math.round(lines / LINES_PER_MINUTE));
}
