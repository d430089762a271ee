/** The person's messages: what they wrote, what they did by it, and how long after the agent stopped. */
import type { EventOf } from '../../../model/event.ts';
import type { HumanTurn, Place } from '../facts.ts';
import { cutText } from '../cut-text.ts';
import { readOwnWords } from './own-words.ts';
import { readActs } from './read-acts.ts';

const LONGEST_TEXT = 12_000;
const LONGEST_OWN = 6000;

export interface TurnCollector {
  readonly turns: readonly HumanTurn[];
  readonly say: (prompt: EventOf<'prompt'>, turn: number, at: number | null) => void;
  /** The person refused a call, with or without words. True where they said something: that is a turn of its own. */
  readonly refuse: (result: EventOf<'result'>, call: Place, turn: number, at: number | null) => void;
  readonly interrupt: () => void;
  /** The agent said or did something on the main thread. */
  readonly agentActed: (at: number | null) => void;
}

export function createTurnCollector(): TurnCollector {
  const turns: HumanTurn[] = [];
  let agentAt: number | null = null;
  let acted = false;
  let refused: Place | null = null;
  let interrupted = false;

  const add = (place: Place, text: string, turn: number, at: number | null, explicit: HumanTurn['explicit'], refusedCall: Place | undefined): void => {
    const { own, pasted } = readOwnWords(text);
    turns.push({
      seq: place.seq,
      line: place.line,
      turn,
      at,
      text: cutText(text, LONGEST_TEXT),
      own: cutText(own, LONGEST_OWN),
      pasted,
      acts: readActs(own, { follows: acted, pasted, explicit: explicit !== undefined }),
      explicit,
      refusedCall,
      afterMs: acted && at !== null && agentAt !== null && at >= agentAt ? at - agentAt : null,
    });
    refused = null;
    interrupted = false;
  };

  return {
    turns,
    say(prompt, turn, at) {
      add(prompt, prompt.text, turn, at, refused !== null ? 'refused-call' : interrupted ? 'interrupt' : undefined, refused ?? undefined);
    },
    refuse(result, call, turn, at) {
      const words = result.humanText?.trim() ?? '';
      if (words === '') refused = { seq: call.seq, line: call.line };
      else add(result, words, turn, at, 'refused-call', { seq: call.seq, line: call.line });
    },
    interrupt() {
      interrupted = true;
    },
    agentActed(at) {
      acted = true;
      if (at !== null) agentAt = at;
      refused = null;
      interrupted = false;
    },
  };
}
