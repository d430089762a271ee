import { useState } from 'react';

/** Text that stays in this browser while it is written. */
export function useLocalText(key: string, initial: string): readonly [string, (text: string) => void] {
  const [text, setText] = useState(() => read(key) ?? initial);
  const change = (next: string): void => {
    setText(next);
    try {
      localStorage.setItem(key, next);
    } catch {
      // Storage is closed in this browser: it lasts as long as the page.
    }
  };
  return [text, change];
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function forgetLocalText(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Storage is closed in this browser, so nothing was kept.
  }
}
