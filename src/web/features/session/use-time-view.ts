import { useEffect, useState, type RefObject } from 'react';
import { panView, wholeView, zoomView, type TimeView } from './time-view.ts';

const STEP = 0.6;

/** The view of the time line and how it is changed: buttons and keys by steps, Ctrl or ⌘ and the wheel around the pointer, the wheel sideways. */
export function useTimeView(area: RefObject<HTMLElement | null>, length: number, anchor: number) {
  const [view, setView] = useState<TimeView>(() => wholeView(length));
  const [shownLength, setShownLength] = useState(length);

  // The session grew while it was open: show the whole of it again.
  if (shownLength !== length) {
    setShownLength(length);
    setView(wholeView(length));
  }

  useEffect(() => {
    const element = area.current;
    if (!element) return;
    const onWheel = (event: WheelEvent): void => {
      const isZoom = event.ctrlKey || event.metaKey;
      if (!isZoom && Math.abs(event.deltaX) <= Math.abs(event.deltaY)) return;
      event.preventDefault();
      const { left, width } = element.getBoundingClientRect();
      setView((now) =>
        isZoom
          ? zoomView(now, Math.exp(event.deltaY / 250), now.from + ((event.clientX - left) / width) * (now.to - now.from), length)
          : panView(now, event.deltaX / width, length),
      );
    };
    // React listens passively, and a passive listener cannot keep the page from zooming.
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [area, length]);

  const middle = (now: TimeView): number => (anchor >= now.from && anchor <= now.to ? anchor : (now.from + now.to) / 2);
  return {
    view,
    setView,
    zoomIn: () => setView((now) => zoomView(now, STEP, middle(now), length)),
    zoomOut: () => setView((now) => zoomView(now, 1 / STEP, middle(now), length)),
    pan: (share: number) => setView((now) => panView(now, share, length)),
    reset: () => setView(wholeView(length)),
  };
}
