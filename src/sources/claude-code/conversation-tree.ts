/**
 * Where each record hangs in the conversation. Records repeat (a second /compact appends old rows again), the person may go back
 * and send a message again (two prompts with one parent), and a sub-agent's records of old versions stand among the others.
 */
import { MAIN_THREAD } from '../../model/event.ts';

export interface ConversationTree {
  /** False where the record was already read. */
  readonly addRecord: (uuid: string, thread: string) => boolean;
  readonly hasRecord: (uuid: string) => boolean;
  readonly threadOf: (uuid: string) => string;
  /** Counts a prompt of the person; returns how many of the turns before it takes back. */
  readonly addPrompt: (parentUuid: string | undefined) => number;
}

export function createConversationTree(): ConversationTree {
  const seen = new Set<string>();
  const sideThreadByUuid = new Map<string, string>();
  /** What each prompt of the branch that goes on was an answer to. */
  const parents: (string | undefined)[] = [];

  return {
    addRecord(uuid, thread) {
      if (seen.has(uuid)) return false;
      seen.add(uuid);
      if (thread !== MAIN_THREAD) sideThreadByUuid.set(uuid, thread);
      return true;
    },
    hasRecord: (uuid) => seen.has(uuid),
    threadOf: (uuid) => sideThreadByUuid.get(uuid) ?? MAIN_THREAD,
    addPrompt(parentUuid) {
      const sentBefore = parentUuid === undefined ? -1 : parents.lastIndexOf(parentUuid);
      const takenBack = sentBefore === -1 ? 0 : parents.length - sentBefore;
      if (takenBack > 0) parents.length = sentBefore;
      parents.push(parentUuid);
      return takenBack;
    },
  };
}
