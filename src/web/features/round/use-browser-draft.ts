import { useCallback, useRef, useState } from 'react';
import type { z } from 'zod';

interface BrowserDraft<T> {
  readonly draft: T;
  readonly change: (part: Partial<T>) => void;
  /** False where this browser keeps nothing: closing the page would lose it. */
  readonly isKept: boolean;
  readonly forget: () => void;
}

function read<S extends z.ZodType>(key: string, schema: S, empty: z.output<S>): z.output<S> {
  try {
    const parsed = schema.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null'));
    return parsed.success ? parsed.data : empty;
  } catch {
    return empty;
  }
}

/** What somebody is writing: in this browser and nowhere else, until it is sealed. */
export function useBrowserDraft<S extends z.ZodType>(key: string, schema: S, empty: z.output<S>): BrowserDraft<z.output<S>> {
  const [draft, setDraft] = useState(() => read(key, schema, empty));
  const [isKept, setKept] = useState(true);
  const latest = useRef(draft);
  const change = useCallback(
    (part: Partial<z.output<S>>): void => {
      latest.current = { ...(latest.current as object), ...(part as object) } as z.output<S>;
      setDraft(latest.current);
      try {
        localStorage.setItem(key, JSON.stringify(latest.current));
        setKept(true);
      } catch {
        setKept(false);
      }
    },
    [key],
  );
  const forget = useCallback((): void => {
    try {
      localStorage.removeItem(key);
    } catch {
      // Storage is closed in this browser, so nothing was kept.
    }
  }, [key]);
  return { draft, change, isKept, forget };
}
