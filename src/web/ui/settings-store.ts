/** Choices about this browser's own view. They stay in this browser. */
import { useSyncExternalStore } from 'react';

export type Scheme = 'system' | 'light' | 'dark';

interface ViewSettings {
  readonly scheme: Scheme;
  /** Single-key shortcuts can get in the way of speech input, so they can be turned off. */
  readonly keys: boolean;
}

const listeners = new Set<() => void>();

function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // Storage is closed in this browser: choices last as long as the page.
    return null;
  }
}

function store(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // As above: nothing to do, the choice still holds on this page.
  }
}

function readSettings(): ViewSettings {
  const scheme = readStored('rounds.scheme');
  return { scheme: scheme === 'light' || scheme === 'dark' ? scheme : 'system', keys: readStored('rounds.keys') !== 'off' };
}

let settings = readSettings();

function change(next: ViewSettings): void {
  settings = next;
  for (const listener of listeners) listener();
}

export function setScheme(scheme: Scheme): void {
  store('rounds.scheme', scheme);
  if (scheme === 'system') delete document.documentElement.dataset['scheme'];
  else document.documentElement.dataset['scheme'] = scheme;
  change({ ...settings, scheme });
}

export function setKeys(keys: boolean): void {
  store('rounds.keys', keys ? 'on' : 'off');
  change({ ...settings, keys });
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useViewSettings = (): ViewSettings => useSyncExternalStore(subscribe, () => settings);
