import { useEffect, useRef } from 'react';

/** A new step begins at its top, and is announced by moving focus to it. `isNew` says so for the first one, too. */
export function useFocusOnStep(step: string, isNew: boolean) {
  const panel = useRef<HTMLElement>(null);
  const last = useRef(isNew ? null : step);
  useEffect(() => {
    const element = panel.current;
    if (last.current === step || !element) return;
    last.current = step;
    element.closest('[data-panel]')?.scrollTo({ top: 0 });
    element.focus({ preventScroll: true });
    const { top, bottom } = element.getBoundingClientRect();
    if (top < 0 || top > window.innerHeight * 0.7 || bottom < 0) element.scrollIntoView({ block: 'start' });
  }, [step]);
  return panel;
}
