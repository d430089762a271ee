import type { Participant, Round, RoundState } from '../model/round.ts';

const REVEALED_STATES: ReadonlySet<RoundState> = new Set(['revealed', 'proving', 'debrief', 'closed']);

/** Whether judgements and the outcome may be seen. Every read path asks this and nothing else. */
export function isRevealed(round: Pick<Round, 'state'>): boolean {
  return REVEALED_STATES.has(round.state);
}

/** Sealed or passed: both are irrevocable. */
export function hasAnswered(participant: Participant): boolean {
  return participant.sealed !== undefined || participant.passedAt !== undefined;
}

export function haveAllAnswered(round: Round): boolean {
  return round.participants.every(hasAnswered);
}
