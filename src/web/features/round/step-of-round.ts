import type { RoundState } from '../../../model/round.ts';

export type RoundStep = 'judge' | 'reveal' | 'debrief' | 'closed' | 'withdrawn';

const STEPS: Readonly<Record<RoundState, RoundStep>> = {
  framed: 'judge',
  sealing: 'judge',
  revealed: 'reveal',
  proving: 'reveal',
  debrief: 'debrief',
  closed: 'closed',
  withdrawn: 'withdrawn',
};

/** What a person does in a round now. */
export const stepOf = (state: RoundState): RoundStep => STEPS[state];
