/** How much of a preceptor's time goes into the programme: from the tool's events and calendar entries the pair confirmed, no timers. */
export interface TimeSpan {
  readonly from: string;
  readonly to: string;
}

export interface Load {
  /** Hours in the period, each minute once however many pairs or events share it. */
  readonly hours: number;
  readonly cap: number;
  readonly state: 'within' | 'near' | 'over';
  /** What to do about it; null while there is nothing to do. */
  readonly advice: string | null;
}

/** From here on there is a warning: before it is too much. */
const NEAR = 0.8;
const HOUR_MS = 3_600_000;

/** `cap` in hours for the same period. Spans outside the period are cut; ones that end before they begin count nothing. */
export function reckonLoad(spans: readonly TimeSpan[], { period, cap }: { readonly period: TimeSpan; readonly cap: number }): Load {
  return judgeLoad(mergedMs(spans, period) / HOUR_MS, cap);
}

/** What so many hours are against a cap for the same period. */
export function judgeLoad(hours: number, cap: number): Load {
  const state = hours > cap ? 'over' : hours >= cap * NEAR ? 'near' : 'within';
  return {
    hours,
    cap,
    state,
    advice:
      state === 'over'
        ? 'Take something off: hand one pair over, or have a second preceptor take the next reviews.'
        : state === 'near'
          ? 'Near the cap: plan nothing new for this preceptor.'
          : null,
  };
}

function mergedMs(spans: readonly TimeSpan[], period: TimeSpan): number {
  const cut = spans
    .map(({ from, to }) => ({ from: Math.max(Date.parse(from), Date.parse(period.from)), to: Math.min(Date.parse(to), Date.parse(period.to)) }))
    .filter(({ from, to }) => to > from)
    .sort((a, b) => a.from - b.from);
  let end = -Infinity;
  let sum = 0;
  for (const { from, to } of cut) {
    sum += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return sum;
}
