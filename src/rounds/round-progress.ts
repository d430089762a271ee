import type { Participant, RoundCore, RoundState } from '../model/round.ts';

const REVEALED_STATES: ReadonlySet<RoundState> = new Set(['revealed', 'proving', 'debrief', 'closed']);

/** Whether judgements and the outcome may be seen. Every read path asks this and nothing else. */
export function isRevealed(round: Pick<RoundCore, 'state'>): boolean {
  return REVEALED_STATES.has(round.state);
}

/** Sealed or passed: both are irrevocable. */
export function hasAnswered(participant: Participant): boolean {
  return participant.sealed !== undefined || participant.passedAt !== undefined || participant.answered === true;
}

export function haveAllAnswered(round: RoundCore): boolean {
  return round.participants.every(hasAnswered);
}
