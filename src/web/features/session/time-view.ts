/** The part of the time line that is on screen. Pure; all values are shown milliseconds, see time-scale.ts. */
export interface TimeView {
  readonly from: number;
  readonly to: number;
}

/** No closer than this: below it single events fill the screen and nothing is learned. */
const CLOSEST_MS = 2000;

export const wholeView = (length: number): TimeView => ({ from: 0, to: length });

function placeWithin(from: number, width: number, length: number): TimeView {
  const start = Math.min(Math.max(0, from), length - width);
  return { from: start, to: start + width };
}

/** Zooms by `factor` (below 1 is closer) so that what is at `anchor` stays where it is. */
export function zoomView(view: TimeView, factor: number, anchor: number, length: number): TimeView {
  const width = Math.min(length, Math.max(Math.min(CLOSEST_MS, length), (view.to - view.from) * factor));
  const share = (anchor - view.from) / (view.to - view.from);
  return placeWithin(anchor - share * width, width, length);
}

/** Moves by a share of what is on screen. */
export const panView = (view: TimeView, share: number, length: number): TimeView =>
  placeWithin(view.from + share * (view.to - view.from), view.to - view.from, length);

/** The same view where `at` is on screen, else one of the same width around it. */
export const revealInView = (view: TimeView, at: number, length: number): TimeView =>
  at >= view.from && at <= view.to ? view : placeWithin(at - (view.to - view.from) / 2, view.to - view.from, length);

export const isWhole = (view: TimeView, length: number): boolean => view.from <= 0 && view.to >= length;
