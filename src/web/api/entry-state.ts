/** Whether the server has turned this browser away: it has no cookie yet, or one of an earlier start. */
let turnedAway = false;
const listeners = new Set<() => void>();

export const isTurnedAway = (): boolean => turnedAway;

export function setTurnedAway(value: boolean): void {
  if (turnedAway === value) return;
  turnedAway = value;
  for (const listener of listeners) listener();
}

export function onEntryChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const signedOutListeners = new Set<() => void>();

/** The team's server does not know who this is (any more). */
export function tellSignedOut(): void {
  for (const listener of signedOutListeners) listener();
}

export function onSignedOut(listener: () => void): () => void {
  signedOutListeners.add(listener);
  return () => signedOutListeners.delete(listener);
}
