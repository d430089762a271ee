import { findGivenAway } from './find-given-away.ts';
import { findLeak } from './find-leak.ts';
import type { QuestionBounds } from './question-bounds.ts';

const SHORTEST = 15;
const LONGEST = 300;
// oxlint-disable-next-line no-control-regex -- none of these belongs into a sentence
const NO_SENTENCE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff<>[\]{}]|https?:|```/;

/** Why a question cannot be asked, as the end of a sentence; null where it can. */
export function checkQuestion(question: string, bounds: QuestionBounds): string | null {
  if (question.length < SHORTEST || question.length > LONGEST) return `is not between ${SHORTEST} and ${LONGEST} characters`;
  if (!question.endsWith('?') || NO_SENTENCE.test(question)) return 'is not one plain question';
  if (findLeak(question, bounds) !== null) return 'holds something of what came later';
  return findGivenAway(question, bounds) === null ? null : 'gives away what it was found for';
}
