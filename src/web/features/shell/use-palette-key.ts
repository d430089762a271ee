import { useCallback, useEffect, useState } from 'react';

/** ⌘ or Ctrl with K, also while writing. */
export function usePaletteKey(): { readonly isAsked: boolean; readonly close: () => void } {
  const [isAsked, setAsked] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      event.preventDefault();
      setAsked(true);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return { isAsked, close: useCallback(() => setAsked(false), []) };
}
