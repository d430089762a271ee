import { useEffect, useRef } from 'react';
import { useViewSettings } from './settings-store.ts';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    ['TEXTAREA', 'SELECT'].includes(target.tagName) ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)));

/** A key may belong to what has focus: Enter presses the focused button or link, not the page's shortcut. */
const ownsEnter = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('button, a, summary, select, input, [role="slider"]') !== null;

/** Single keys for the page, never while typing or with a modifier held. `event.key` is the name, e.g. `j` or `Enter`. */
export function useKeys(actionByKey: Readonly<Record<string, () => void>>): void {
  const { keys } = useViewSettings();
  const latest = useRef(actionByKey);
  useEffect(() => {
    latest.current = actionByKey;
  });
  useEffect(() => {
    if (!keys) return;
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === 'Enter' && ownsEnter(event.target)) return;
      const action = latest.current[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [keys]);
}
