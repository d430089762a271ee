/**
 * Time as the lanes show it. People leave sessions open over lunch and over night; a stretch in which nothing happens is
 * folded to a short one, or everything that did happen would be a few pixels wide.
 */
export interface TimeScale {
  /** Length of the whole, in shown milliseconds. */
  readonly length: number;
  readonly pauses: readonly { readonly at: number; readonly to: number; readonly ms: number }[];
  readonly toShown: (ms: number) => number;
  readonly toReal: (shown: number) => number;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** A pause longer than this is folded, to this share of the time in which something happened. */
const PAUSE_MS = 10 * 60_000;
const FOLDED_SHARE = 0.02;

/** Stretches in which something happens, in order, none closer to the next than a pause. */
function toBusySpans(spans: readonly Span[], durationMs: number): Span[] {
  let last = { from: 0, to: 0 };
  const busy = [last];
  const end = { from: durationMs, to: durationMs };
  for (const span of [...spans, end].sort((a, b) => a.from - b.from)) {
    const to = Math.min(durationMs, Math.max(span.from, span.to));
    if (span.from - last.to > PAUSE_MS) {
      last = { from: span.from, to };
      busy.push(last);
    } else last.to = Math.max(last.to, to);
  }
  return busy;
}

export function createTimeScale(spans: readonly Span[], durationMs: number): TimeScale {
  const busy = toBusySpans(spans, durationMs);
  const busyMs = busy.reduce((sum, { from, to }) => sum + to - from, 0);
  const folded = Math.max(1000, busyMs * FOLDED_SHARE);
  const pieces: { readonly real: Span; readonly shown: Span; readonly isPause: boolean }[] = [];
  let shown = 0;
  busy.forEach((span, index) => {
    const before = busy[index - 1];
    if (before) {
      pieces.push({ real: { from: before.to, to: span.from }, shown: { from: shown, to: shown + folded }, isPause: true });
      shown += folded;
    }
    pieces.push({ real: span, shown: { from: shown, to: shown + span.to - span.from }, isPause: false });
    shown += span.to - span.from;
  });

  const map = (value: number, side: 'real' | 'shown', other: 'real' | 'shown'): number => {
    const piece = pieces.find((candidate) => value <= candidate[side].to) ?? pieces.at(-1);
    if (!piece) return 0;
    const length = piece[side].to - piece[side].from;
    const share = length === 0 ? 0 : Math.min(1, Math.max(0, (value - piece[side].from) / length));
    return piece[other].from + share * (piece[other].to - piece[other].from);
  };
  return {
    length: Math.max(1, shown),
    pauses: pieces.flatMap(({ isPause, real, shown: { from, to } }) => (isPause ? [{ at: from, to, ms: real.to - real.from }] : [])),
    toShown: (ms) => map(ms, 'real', 'shown'),
    toReal: (at) => map(at, 'shown', 'real'),
  };
}
