import type { RoundId } from '../../../model/round.ts';

/** One for an organisation: people keep what they said when the case itself is forgotten. */
export const toAnswersKey = (organisation: string): string => `answers-${organisation}`;
export const toAnswerName = (id: RoundId, person: string): string => `answer of ${person} in ${id}`;
