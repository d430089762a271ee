/**
 * Codex writes every message twice: as an item of the conversation and as an event for its screen, in either order. The item is
 * the one to read; the event only where no item says the same. Texts are paired one to one, so saying a thing twice stays twice.
 */
export interface TwinFilter<T> {
  /** An item was read. False where an event told on its own already said it. */
  readonly addItem: (text: string) => boolean;
  /** An event was read. It waits for its item, unless that was there first. */
  readonly addEvent: (text: string, event: T) => void;
  /** Events that waited in vain, to be told on their own. */
  readonly takeAlone: () => T[];
}

/** Texts remembered in case their twin still comes. */
const KEPT = 32;

export function createTwinFilter<T>(): TwinFilter<T> {
  const items: string[] = [];
  const toldAlone: string[] = [];
  let waiting: { key: string; event: T }[] = [];

  return {
    addItem(text) {
      const key = text.trim();
      if (takeLast(toldAlone, key)) return false;
      const at = waiting.findIndex((event) => event.key === key);
      if (at !== -1) waiting.splice(at, 1);
      else remember(items, key);
      return true;
    },
    addEvent(text, event) {
      const key = text.trim();
      if (!takeLast(items, key)) waiting.push({ key, event });
    },
    takeAlone() {
      const alone = waiting;
      waiting = [];
      for (const { key } of alone) remember(toldAlone, key);
      return alone.map(({ event }) => event);
    },
  };
}

function remember(keys: string[], key: string): void {
  keys.push(key);
  if (keys.length > KEPT) keys.shift();
}

function takeLast(keys: string[], key: string): boolean {
  const at = keys.lastIndexOf(key);
  if (at !== -1) keys.splice(at, 1);
  return at !== -1;
}
