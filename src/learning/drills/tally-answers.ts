import { DRILL_FORMS, type DrillAnswer, type DrillForm } from '../../model/drill.ts';
import type { DrillTally, DrillTallies } from '../../model/api/drills.ts';
import { toInterval } from '../calibration/to-interval.ts';
import { isHit } from './judge-answer.ts';

export interface FormAnswer {
  readonly answer: DrillAnswer;
  /** What its drill was drawn as. */
  readonly form: DrillForm;
}

/** Answers whose hidden test failed once more, or that the person's own test settled: the others show nothing. */
const isSettled = ({ answer: { confirmed, testHit } }: FormAnswer): boolean => confirmed || testHit !== null;

/** Unaided answers alone may be the basis of a claim of growth: the two are never added, and neither are two forms. */
export function tallyAnswers(answers: readonly FormAnswer[]): DrillTallies {
  const settled = answers.filter(isSettled);
  const unaided = settled.filter(({ answer }) => answer.unaided);
  return {
    forms: DRILL_FORMS.map((form) => ({ form, ...tally(unaided.filter((one) => one.form === form)) })),
    practice: tally(unaided.filter(({ form }) => form === 'practice')),
    other: tally(settled.filter(({ answer }) => !answer.unaided)),
    unsettled: answers.length - settled.length,
  };
}

function tally(answers: readonly FormAnswer[]): DrillTally {
  const hits = answers.filter(({ answer }) => isHit(answer)).length;
  return { answers: answers.length, hits, interval: answers.length === 0 ? null : toInterval(hits, answers.length) };
}
