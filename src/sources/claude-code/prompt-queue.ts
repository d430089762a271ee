/**
 * What the person types while the agent works. A queued text handed over in the middle of a turn (`remove`) is written nowhere
 * else in most versions; one sent afterwards (`dequeue`) comes again as an ordinary prompt; newer versions attach it as well.
 */
export interface QueuedText {
  readonly text: string;
  readonly line: number;
  readonly at: string | null;
}

export interface PromptQueue {
  readonly enqueue: (text: string, line: number, at: string | null) => void;
  /** The text that was handed over, where it is the person's. */
  readonly handOver: () => QueuedText | undefined;
  readonly drop: (all: boolean) => void;
  /** A prompt with these words was told: it no longer waits. */
  readonly forget: (text: string) => void;
  /** What still waits at the end: typed, and never answered. */
  readonly takeWaiting: () => QueuedText[];
  /** True once for a text that was already handed over: its attachment says the same again. */
  readonly takeHandedOver: (text: string) => boolean;
}

export function createPromptQueue(): PromptQueue {
  let waiting: QueuedText[] = [];
  const handedOver = new Set<string>();
  return {
    enqueue(text, line, at) {
      if (isPersonsText(text)) waiting.push({ text, line, at });
    },
    handOver() {
      const next = waiting.shift();
      if (next) handedOver.add(next.text.trim());
      return next;
    },
    drop(all) {
      waiting = all ? [] : waiting.slice(1);
    },
    forget(text) {
      const at = waiting.findIndex((queued) => queued.text.trim() === text.trim());
      if (at !== -1) waiting.splice(at, 1);
    },
    takeWaiting() {
      const left = waiting;
      waiting = [];
      return left;
    },
    takeHandedOver: (text) => handedOver.delete(text.trim()),
  };
}

/** The program queues its own notices too: task records as JSON, and tagged notifications. */
const isPersonsText = (text: string): boolean => text.trim() !== '' && !/^\s*(\{"task_id"|<[a-z][a-z-]*>)/.test(text);
