import { useCallback, useEffect, useRef, useState } from 'react';
import { toApiFailure } from '../../api/api-failure.ts';
import { request } from '../../api/request.ts';

export type DraftState =
  | { readonly type: 'saved'; readonly at: string | null }
  | { readonly type: 'waiting' | 'saving' }
  | { readonly type: 'failed'; readonly why: string };

/** How long writing rests before it is saved, and how long before a failed save is tried again. */
const REST_MS = 600;
const AGAIN_MS = 3000;

interface DraftSaver<Draft> {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  /** Like `change`, from what is there at that moment. */
  readonly changeWith: (make: (draft: Draft) => Partial<Draft>) => void;
  readonly state: DraftState;
  /** Saves no more while what was written is on its way to where it belongs; `resume` takes it up again where that failed. */
  readonly stop: () => void;
  readonly resume: () => void;
}

/**
 * Words that save themselves. Every change is kept on screen at once and by the server soon after; while the server does
 * not answer it is tried again, and leaving the page saves what is not saved yet.
 */
export function useDraft<Draft extends object>(path: string, initial: Draft): DraftSaver<Draft> {
  const [draft, setDraft] = useState(initial);
  const [state, setState] = useState<DraftState>({ type: 'saved', at: null });
  const latest = useRef(initial);
  const saved = useRef(initial);
  const stopped = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const inFlight = useRef<Promise<void>>(Promise.resolve());
  const again = useRef<() => void>(() => {});

  const save = useCallback(
    async (keepalive = false): Promise<void> => {
      const sent = latest.current;
      if (stopped.current || sent === saved.current) return;
      setState({ type: 'saving' });
      try {
        await request<void>(path, { method: 'PUT', body: sent, keepalive });
        saved.current = sent;
        if (latest.current === sent) setState({ type: 'saved', at: new Date().toISOString() });
      } catch (thrown) {
        setState({ type: 'failed', why: toApiFailure(thrown).message });
        if (!stopped.current) timer.current = setTimeout(() => again.current(), AGAIN_MS);
      }
    },
    [path],
  );
  // One after the other: an older draft must never arrive after a newer one.
  const queueSave = useCallback((): Promise<void> => (inFlight.current = inFlight.current.then(() => save())), [save]);
  useEffect(() => {
    again.current = () => void queueSave();
  }, [queueSave]);

  const changeWith = useCallback(
    (make: (draft: Draft) => Partial<Draft>): void => {
      latest.current = { ...latest.current, ...make(latest.current) };
      setDraft(latest.current);
      setState({ type: 'waiting' });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void queueSave(), REST_MS);
    },
    [queueSave],
  );
  const change = useCallback((part: Partial<Draft>): void => changeWith(() => part), [changeWith]);
  const stop = useCallback((): void => {
    stopped.current = true;
    clearTimeout(timer.current);
  }, []);
  const resume = useCallback((): void => {
    stopped.current = false;
    void queueSave();
  }, [queueSave]);

  useEffect(() => {
    const onHide = (): void => {
      if (document.visibilityState === 'hidden') void save(true);
    };
    document.addEventListener('visibilitychange', onHide);
    return () => {
      document.removeEventListener('visibilitychange', onHide);
      clearTimeout(timer.current);
      void save(true);
    };
  }, [save]);

  return { draft, change, changeWith, state, stop, resume };
}
