/** The person's messages: what they wrote, what they did by it, and how long after the agent stopped. */
import type { EventOf } from '../../../model/event.ts';
import type { HumanTurn, Place } from '../facts.ts';
import { cutText } from '../cut-text.ts';
import { readOwnWords } from './own-words.ts';
import { dropQuoted } from './drop-quoted.ts';
import { readActs } from './read-acts.ts';

/** Messages of the agent a person may still be answering. */
const REMEMBERED = 3;
const LONGEST_TEXT = 12_000;
const LONGEST_OWN = 6000;

export interface RefusedCall extends Place {
  /** A command or a change, not a question or a plan. */
  readonly isWork: boolean;
}

/** Claude Code writes this in the person's place when they leave its questions unanswered. */
const WRITTEN_FOR_THEM = /^The user wants to clarify these questions\./;

/** Whether a result carries words of the person's own. */
export function saysSomething({ humanText }: EventOf<'result'>): boolean {
  return humanText !== undefined && humanText.trim() !== '' && !WRITTEN_FOR_THEM.test(humanText);
}

/** An answer of more than a few words, or a question back, is not just one of the offered options. */
export function answersFreely(result: EventOf<'result'>): boolean {
  const lines = saysSomething(result) ? (result.humanText ?? '').split('\n') : [];
  return lines.some((line) => !line.endsWith('(Recommended)') && (line.trim().endsWith('?') || line.split(/\s+/).length >= 8));
}

export interface TurnCollector {
  readonly turns: readonly HumanTurn[];
  readonly say: (prompt: EventOf<'prompt'>, turn: number, at: number | null) => void;
  /** The person answered a question of the agent in their own words. */
  readonly answer: (result: EventOf<'result'>, turn: number, at: number | null) => void;
  /** The person refused a call. With words it is a turn of its own; without, their next message belongs to it. */
  readonly refuse: (result: EventOf<'result'>, call: RefusedCall, turn: number, at: number | null) => void;
  readonly interrupt: () => void;
  /** The agent said or did something on the main thread. */
  readonly agentActed: (at: number | null) => void;
  /** What of the agent's stood on the person's screen, and may be quoted in their message. */
  readonly agentSaid: (text: string) => void;
}

export function createTurnCollector(): TurnCollector {
  const turns: HumanTurn[] = [];
  let agentAt: number | null = null;
  let acted = false;
  let refused: Place | null = null;
  let interrupted = false;
  let lastSaid: readonly string[] = [];

  const add = (
    place: Place,
    text: string,
    turn: number,
    at: number | null,
    explicit: HumanTurn['explicit'],
    refusedCall: Place | undefined,
    refusedWork: boolean,
  ): void => {
    const words = readOwnWords(text);
    const { own, pasted } = { ...words, own: dropQuoted(words.own, lastSaid) };
    turns.push({
      seq: place.seq,
      line: place.line,
      turn,
      at,
      text: cutText(text, LONGEST_TEXT),
      own: cutText(own, LONGEST_OWN),
      pasted,
      acts: readActs(own, { follows: acted, pasted, refusedWork }),
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
      add(prompt, prompt.text, turn, at, refused !== null ? 'refused-call' : interrupted ? 'interrupt' : undefined, refused ?? undefined, false);
    },
    answer(result, turn, at) {
      add(result, result.humanText ?? '', turn, at, undefined, undefined, false);
    },
    refuse(result, call, turn, at) {
      const place = { seq: call.seq, line: call.line };
      if (saysSomething(result)) add(result, result.humanText ?? '', turn, at, 'refused-call', place, call.isWork);
      else refused = place;
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
    agentSaid(text) {
      lastSaid = [...lastSaid.slice(1 - REMEMBERED), text.slice(0, LONGEST_TEXT)];
    },
  };
}
