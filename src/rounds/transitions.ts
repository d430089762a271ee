import type { RoundState } from '../model/round.ts';

export interface Transition {
  /** States it may start from. */
  readonly from: readonly RoundState[];
  /** Where it leads; null where it changes words and not the state, and so is not logged. */
  readonly to: RoundState | null;
  /** `unanswered`: a participant who has neither sealed nor passed. There is no third value: nobody in a round outranks another. */
  readonly who: 'participant' | 'unanswered';
}

/** Every way a round can move. What is not here cannot happen. */
export const TRANSITIONS = Object.freeze({
  call: { from: ['framed'], to: 'sealing', who: 'participant' },
  'save-draft': { from: ['sealing'], to: null, who: 'unanswered' },
  seal: { from: ['sealing'], to: 'sealing', who: 'unanswered' },
  /** Sealed with something else than a judgement: its words are checked and kept elsewhere. */
  answer: { from: ['sealing'], to: 'sealing', who: 'unanswered' },
  pass: { from: ['sealing'], to: 'sealing', who: 'unanswered' },
  reveal: { from: ['sealing'], to: 'revealed', who: 'participant' },
  prove: { from: ['revealed'], to: 'proving', who: 'participant' },
  'start-debrief': { from: ['revealed', 'proving'], to: 'debrief', who: 'participant' },
  'save-debrief': { from: ['debrief'], to: null, who: 'participant' },
  close: { from: ['debrief'], to: 'closed', who: 'participant' },
  reopen: { from: ['closed'], to: 'debrief', who: 'participant' },
  withdraw: { from: ['framed', 'sealing'], to: 'withdrawn', who: 'participant' },
} as const satisfies Record<string, Transition>);
