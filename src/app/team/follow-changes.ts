import type { Actor } from '../../store/connect-store.ts';
import { latestChange, readChanges } from '../../store/listen-for-changes.ts';
import type { TeamApp } from './team-app.ts';

/** A change as its person is told of it; `id` is where to go on from. */
export interface ToldChange {
  readonly id: number;
  readonly name: string;
  readonly data: unknown;
}

/** Said instead of what was missed, when that cannot be told one by one. */
const ALL = Object.freeze({ name: 'changed', data: Object.freeze({ all: true }) });

/**
 * Tells `actor` what changes from now on, in order and each once, until `signal`; first what they missed since `since`, or that all
 * may have changed where that is null. While the database is away nothing is told, and nothing is lost: it is read when it is back.
 */
export async function followChanges(
  { store, changes }: Pick<TeamApp, 'store' | 'changes'>,
  actor: Actor,
  { since, tell, signal }: { since: number | null; tell: (change: ToldChange) => Promise<void>; signal: AbortSignal },
): Promise<void> {
  let position = since;
  let woken = true;
  let wake: (() => void) | null = null;
  // Subscribed before anything is read: a change in between would be neither missed nor new.
  const unsubscribe = changes.subscribe(actor, () => {
    woken = true;
    wake?.();
  });
  const stop = (): void => wake?.();
  signal.addEventListener('abort', stop);
  try {
    while (!signal.aborted) {
      if (!woken) await new Promise<void>((resolve) => (wake = resolve));
      if (signal.aborted) return;
      woken = false;
      await catchUp();
    }
  } finally {
    signal.removeEventListener('abort', stop);
    unsubscribe();
  }

  async function catchUp(): Promise<void> {
    if (position !== null) {
      const missed = await readChanges(store, actor, position);
      if (!missed.ok) return;
      if (missed.value !== null) {
        for (const { seq, name, data } of missed.value) {
          await tell({ id: seq, name, data });
          position = seq;
        }
        return;
      }
    }
    const latest = await latestChange(store, actor);
    if (!latest.ok) return;
    position = latest.value;
    await tell({ id: position, ...ALL });
  }
}
