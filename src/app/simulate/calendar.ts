/** A clock that a simulation turns: everything reads it, so that a year passes in a minute. */
export interface SimClock {
  readonly now: () => Date;
  readonly set: (at: Date) => void;
}

export function createClock(at: Date): SimClock {
  let now = at;
  return {
    now: () => new Date(now),
    set: (next) => {
      if (next.getTime() > now.getTime()) now = next;
    },
  };
}

export const DAY_MS = 86_400_000;

/** So many days later, at this hour UTC. */
export function addDays(day: Date, days: number, hour = 0): Date {
  const later = new Date(day.getTime() + days * DAY_MS);
  later.setUTCHours(hour, 0, 0, 0);
  return later;
}
