import type { FoundTimes } from '../../../programme/calendar/find-times.ts';
import type { Partner } from '../../../programme/calendar/find-likely.ts';
import type { Problem } from '../../../model/problem.ts';
import type { Result } from '../../../model/result.ts';
import type { ReadRequest } from '../../../programme/calendar/read-calendar.ts';

/** Reads a calendar here, in the browser: neither titles nor names of anybody leave it. What reads it is fetched when it is needed. */
export async function readTimes(text: string, request: ReadRequest & { readonly partner: Partner }): Promise<Result<FoundTimes, Problem>> {
  const { findTimes } = await import('../../../programme/calendar/find-times.ts');
  return findTimes(text, request);
}
