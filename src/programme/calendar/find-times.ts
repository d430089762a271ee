import type { Problem } from '../../model/problem.ts';
import { ok, type Result } from '../../model/result.ts';
import { isLikely, type Partner } from './find-likely.ts';
import { readCalendar, type ReadRequest } from './read-calendar.ts';
import type { CalendarTime } from './read-event.ts';

/** Something of a calendar that happens once or again and again. */
export interface Series {
  readonly id: string;
  readonly title: string;
  readonly isLikely: boolean;
  /** In order. */
  readonly times: readonly CalendarTime[];
}

export interface FoundTimes {
  /** Those that look like the pair's first. */
  readonly series: readonly Series[];
  readonly leftOut: number;
}

/** What of a calendar file could have been time of a pair. Only an offer: the two say which was. */
export function findTimes(text: string, { partner, ...request }: ReadRequest & { readonly partner: Partner }): Result<FoundTimes, Problem> {
  const read = readCalendar(text, request);
  if (!read.ok) return read;
  const bySeries = Map.groupBy(read.value.times, ({ series, title }) => `${series} ${title}`);
  const series = [...bySeries].map(([id, times]) => ({ id, title: times[0]?.title ?? '', isLikely: times.some((time) => isLikely(time, partner)), times }));
  const leftOut = [...read.value.leftOut.values()].reduce((sum, count) => sum + count, 0);
  return ok({ series: series.toSorted((a, b) => Number(b.isLikely) - Number(a.isLikely)), leftOut });
}
