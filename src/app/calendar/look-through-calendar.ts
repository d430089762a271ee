import type { TeamClient } from '../../client/team-client.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { findTimes, type Series } from '../../programme/calendar/find-times.ts';
import type { CalendarTime } from '../../programme/calendar/read-event.ts';
import type { App } from '../app.ts';
import { findTeam } from '../login/find-team.ts';
import { findOwnYear } from './own-years.ts';

const ANSWER_WITHIN_MS = 10_000;
// What is further ahead may still be moved.
const AHEAD_MS = 28 * 86_400_000;

export interface CalendarRequest {
  /** Of the file. */
  readonly text: string;
  /** With whom, or the beginning of their name; empty where there is one year only. */
  readonly partner: string;
  /** IANA name of where this machine is. */
  readonly zone: string;
  /** Which series to offer, counted from 1 in the order they are listed; empty to offer none. */
  readonly offer: readonly number[];
}

export interface LookedThrough {
  readonly partner: string;
  readonly series: readonly Series[];
  readonly leftOut: number;
  /** How many times were offered, and how many had been before. */
  readonly offered: number;
  readonly known: number;
}

/**
 * Reads a calendar on this machine and offers the other of the two the times that were chosen: when they began and ended, and
 * nothing else of them. They count once the other confirms.
 */
export async function lookThroughCalendar(
  { journal, clock }: Pick<App, 'journal' | 'clock'>,
  { text, partner, zone, offer }: CalendarRequest,
): Promise<Result<LookedThrough, Problem>> {
  const team = findTeam(journal.home);
  if (!team.ok) return team;
  if (team.value === null)
    return failed(problem('not-allowed', 'This machine is logged in to no team.', { next: 'Run "rounds login" with the address of your team.' }));
  const year = await findOwnYear(team.value, partner);
  if (!year.ok) return year;
  const { programme, startsAt, endsAt } = year.value;
  const to = new Date(Math.min(Date.parse(endsAt), clock().getTime() + AHEAD_MS)).toISOString();
  const found = findTimes(text, { from: startsAt, to, zone, partner: year.value.partner });
  if (!found.ok) return found;
  const { series, leftOut } = found.value;
  const unknown = offer.find((n) => !series[n - 1]);
  if (unknown !== undefined)
    return failed(problem('wrong-usage', `There is no number ${unknown} in this calendar.`, { next: 'Leave out --offer to see them all.' }));
  const sent = await offerTimes(
    team.value,
    programme,
    [...new Set(offer)].flatMap((n) => series[n - 1]?.times ?? []),
  );
  return sent.ok ? ok({ partner: year.value.partner.name, series, leftOut, ...sent.value }) : sent;
}

async function offerTimes(client: TeamClient, programme: string, times: readonly CalendarTime[]): Promise<Result<{ offered: number; known: number }, Problem>> {
  let [offered, known] = [0, 0];
  for (const { from, to } of times) {
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
    const told = await client.tell({ method: 'POST', path: '/api/team/protected-time', json: { programme, from, to }, signal });
    if (told.ok) offered += 1;
    else if (told.problem.tag === 'conflict') known += 1;
    else return told;
  }
  return ok({ offered, known });
}
