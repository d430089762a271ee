import type { ProbeResult } from '../../model/team/probe.ts';

export interface RunListener {
  readonly onOutput: (text: string) => void;
  /** Null where it could not be finished here. */
  readonly onEnded: (result: ProbeResult | null) => void;
}

/** A run on this machine, for a page or terminal that looks on: whoever comes later gets what was before. */
export interface FollowedRun extends RunListener {
  readonly isRunning: () => boolean;
  /** Returns how to stop listening. */
  readonly follow: (listener: RunListener) => () => void;
  readonly stop: AbortController;
}

const MAX_KEPT = 1024 * 1024;

export function createFollowedRun(): FollowedRun {
  const listeners = new Set<RunListener>();
  let output = '';
  let ended: { readonly result: ProbeResult | null } | null = null;
  return {
    stop: new AbortController(),
    isRunning: () => ended === null,
    onOutput(text) {
      output = (output + text).slice(-MAX_KEPT);
      for (const { onOutput } of listeners) onOutput(text);
    },
    onEnded(result) {
      ended = { result };
      for (const { onEnded } of listeners) onEnded(result);
      listeners.clear();
    },
    follow(listener) {
      if (output !== '') listener.onOutput(output);
      if (ended) listener.onEnded(ended.result);
      else listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
