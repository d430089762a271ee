/**
 * Where each record hangs in the conversation. Records repeat (a second /compact appends old rows again), the person may go back
 * and send a message again (two children of one parent), and a sub-agent's records of old versions stand among the others.
 */
import { MAIN_THREAD } from '../../model/event.ts';

export interface ConversationTree {
  /** False where the record was already read. */
  readonly addRecord: (uuid: string, parentUuid: string | undefined, thread?: string) => boolean;
  readonly hasRecord: (uuid: string) => boolean;
  readonly threadOf: (uuid: string) => string;
  /** Counts a prompt of the person in the main thread; returns how many earlier turns it takes back. */
  readonly addPrompt: (uuid: string | undefined, parentUuid: string | undefined) => number;
  /** A compaction starts a new root: what follows continues the conversation. */
  readonly startRoot: (uuid: string | undefined) => void;
}

export function createConversationTree(): ConversationTree {
  const depthByUuid = new Map<string, number>(); // prompts of the person down to this record
  const sideThreadByUuid = new Map<string, string>();
  let tipDepth = 0;

  const depthAt = (uuid: string | undefined): number => (uuid === undefined ? tipDepth : (depthByUuid.get(uuid) ?? tipDepth));

  return {
    addRecord(uuid, parentUuid, thread) {
      if (depthByUuid.has(uuid)) return false;
      depthByUuid.set(uuid, depthAt(parentUuid));
      if (thread !== undefined && thread !== MAIN_THREAD) sideThreadByUuid.set(uuid, thread);
      return true;
    },
    hasRecord: (uuid) => depthByUuid.has(uuid),
    threadOf: (uuid) => sideThreadByUuid.get(uuid) ?? MAIN_THREAD,
    addPrompt(uuid, parentUuid) {
      const depth = depthAt(parentUuid);
      const takenBack = Math.max(0, tipDepth - depth);
      tipDepth = depth + 1;
      if (uuid !== undefined) depthByUuid.set(uuid, tipDepth);
      return takenBack;
    },
    startRoot(uuid) {
      if (uuid !== undefined) depthByUuid.set(uuid, tipDepth);
    },
  };
}
