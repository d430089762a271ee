/**
 * A fork or a sub-agent begins with its own session_meta, then replays another session's, then that session's history. Nothing
 * marks the history's end. It is over when a turn starts that began after this session did; or, without such a record, when the
 * times leave the past and the burst of lines written at once stops.
 */
export interface ReplayDetector {
  readonly addSessionMeta: (id: string, startedAt: string | null, at: string | null) => void;
  /** Seconds since the epoch; undefined where the version does not say. */
  readonly addTurnStart: (seconds: number | undefined) => void;
  /** Before each record: is it part of the replayed history? */
  readonly isReplayed: (at: string | null) => boolean;
}

/** Lines written by one replay follow each other within milliseconds. */
const BURST_MS = 1000;

export function createReplayDetector(): ReplayDetector {
  let own: { id: string; startedMs: number } | undefined;
  let isReplaying = false;
  let previousMs = Number.NaN;

  return {
    addSessionMeta(id, startedAt, at) {
      own ??= { id, startedMs: Date.parse(startedAt ?? at ?? '') };
      if (id !== own.id && !isReplaying) previousMs = Date.parse(at ?? '');
      isReplaying = id !== own.id || isReplaying;
    },
    addTurnStart(seconds) {
      if (own && seconds !== undefined && seconds >= Math.floor(own.startedMs / 1000)) isReplaying = false;
    },
    isReplayed(at) {
      if (!isReplaying) return false;
      const ms = at === null ? Number.NaN : Date.parse(at);
      if (own && ms > own.startedMs && ms - previousMs > BURST_MS) isReplaying = false;
      if (!Number.isNaN(ms)) previousMs = ms;
      return isReplaying;
    },
  };
}
