import { readReaction, type Reaction } from '../facts/human/read-reaction.ts';
import type { HumanTurn, Message, SessionFacts } from '../facts/facts.ts';
import { isOwn } from './is-own.ts';
import { firstAfter } from './order.ts';

export interface FoundReaction {
  readonly reply: Message;
  readonly reaction: Reaction | null;
}

/** The agent's first words after a message, where they come before the person's next one. */
export function findReaction(facts: SessionFacts, turn: HumanTurn): FoundReaction | undefined {
  const next = firstAfter(facts.humanTurns, turn)?.seq ?? Infinity;
  const reply = firstAfter(facts.replies, turn, (one) => isOwn(facts, one) && one.text.trim() !== '');
  return reply && reply.seq < next ? { reply, reaction: readReaction(reply.text) } : undefined;
}
