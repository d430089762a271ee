import { randomBytes } from 'node:crypto';

/** Something a page may want to know of. `subject` says of what: a later change of the same subject replaces an earlier one. */
export interface Change {
  readonly name: string;
  readonly subject: string;
  readonly data: unknown;
}

export interface NumberedChange extends Change {
  readonly id: string;
}

export interface ChangeFeed {
  readonly publish: (change: Change) => void;
  readonly subscribe: (listener: (change: NumberedChange) => void) => () => void;
  /** The id of the latest change, for a page that has just loaded everything. */
  readonly latestId: () => string;
  /** What a page missed since `lastId`; null when that cannot be told and it has to load everything again. */
  readonly missedSince: (lastId: string) => readonly NumberedChange[] | null;
}

const MAX_SUBJECTS = 1000;

/** Ids hold a name of this run of the server, so that one from an earlier run is recognised. */
export function createChangeFeed(run = randomBytes(6).toString('hex')): ChangeFeed {
  const latestBySubject = new Map<string, { readonly number: number; readonly change: NumberedChange }>();
  const listeners = new Set<(change: NumberedChange) => void>();
  let count = 0;
  let forgottenUpTo = 0;

  return {
    publish(change) {
      count += 1;
      const numbered = { ...change, id: `${run}.${count}` };
      // Deleting first keeps the map in order of the latest change.
      latestBySubject.delete(change.subject);
      latestBySubject.set(change.subject, { number: count, change: numbered });
      forgetOldest();
      for (const listener of listeners) listener(numbered);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    latestId: () => `${run}.${count}`,
    missedSince(lastId) {
      const number = lastId.startsWith(`${run}.`) ? parseCount(lastId.slice(run.length + 1)) : null;
      if (number === null || number < forgottenUpTo || number > count) return null;
      return [...latestBySubject.values()].filter((latest) => latest.number > number).map(({ change }) => change);
    },
  };

  function forgetOldest(): void {
    for (const [subject, { number }] of latestBySubject) {
      if (latestBySubject.size <= MAX_SUBJECTS) return;
      latestBySubject.delete(subject);
      forgottenUpTo = number;
    }
  }
}

function parseCount(digits: string): number | null {
  return /^\d{1,15}$/.test(digits) ? Number(digits) : null;
}
