import type { DrillAnswer } from '../../model/drill.ts';
import { isHit } from './judge-answer.ts';

export interface DrillTally {
  readonly answers: number;
  readonly hits: number;
  /** Mean of (sure − right)², lower is better; null without answers. */
  readonly brier: number | null;
}

/** Answers whose hidden test failed once more, or that the person's own test settled: the others show nothing. */
const isSettled = ({ confirmed, testHit }: DrillAnswer): boolean => confirmed === true || testHit !== null;

/** Unaided answers alone may be the basis of a claim of growth; the two are never added. */
export function tallyAnswers(answers: readonly DrillAnswer[]): { readonly unaided: DrillTally; readonly other: DrillTally } {
  const settled = answers.filter(isSettled);
  return { unaided: tally(settled.filter(({ unaided }) => unaided)), other: tally(settled.filter(({ unaided }) => !unaided)) };
}

function tally(answers: readonly DrillAnswer[]): DrillTally {
  const squares = answers.map((answer) => (answer.sure - (isHit(answer) ? 1 : 0)) ** 2);
  return {
    answers: answers.length,
    hits: answers.filter(isHit).length,
    brier: squares.length === 0 ? null : squares.reduce((sum, square) => sum + square, 0) / squares.length,
  };
}
