/** Numbers a reader's events, keeps their ids apart, and knows when the session began and ended. */
import type { SessionEvent } from '../model/event.ts';

type WithoutSeq<E> = E extends SessionEvent ? Omit<E, 'seq'> : never;
export type NewEvent = WithoutSeq<SessionEvent>;
export type Emit = (event: SessionEvent) => void;

export interface EventLog {
  /** Where events go from here on. */
  readonly emitTo: (emit: Emit) => void;
  /** Takes the object over: it becomes the event. */
  readonly add: (event: NewEvent) => void;
  readonly count: () => number;
  readonly startedAt: () => string | null;
  readonly endedAt: () => string | null;
}

export function createEventLog(): EventLog {
  let seq = 0;
  let startedAt: string | null = null;
  let endedAt: string | null = null;
  const ids = new Set<string>();
  let emit: Emit | undefined;

  function toFreeId(id: string): string {
    if (!ids.has(id)) return id;
    for (let n = 2; ; n += 1) if (!ids.has(`${id}~${n}`)) return `${id}~${n}`;
  }

  return {
    emitTo: (target) => void (emit = target),
    add(event) {
      const id = toFreeId(event.id);
      ids.add(id);
      if (event.at !== null && !event.replayed) {
        startedAt = startedAt === null || event.at < startedAt ? event.at : startedAt;
        endedAt = endedAt === null || event.at > endedAt ? event.at : endedAt;
      }
      emit?.(Object.assign(event, { id, seq }) as SessionEvent);
      seq += 1;
    },
    count: () => seq,
    startedAt: () => startedAt,
    endedAt: () => endedAt,
  };
}
