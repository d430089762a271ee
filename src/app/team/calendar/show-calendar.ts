import type { Problem } from '../../../model/problem.ts';
import { ok, type Result } from '../../../model/result.ts';
import { listMilestoneEntries, toMeetingEntry } from '../../../programme/calendar/list-year-entries.ts';
import { writeCalendar } from '../../../programme/calendar/write-calendar.ts';
import { findMailPreference } from '../../../store/accounts/mail-preferences-table.ts';
import { listOwnMeetings } from '../../../store/own-calendar.ts';
import { listProgrammeRows } from '../../../store/programmes.ts';
import type { Caller } from '../caller.ts';
import type { TeamApp } from '../team-app.ts';

const UNPLANNED = new Set(['planned']);

/** The caller's years as a calendar: meetings with whom, and what is due. Neither places nor anything that was said. */
export async function showCalendar({ store, accounts }: Pick<TeamApp, 'store' | 'accounts'>, caller: Caller): Promise<Result<string, Problem>> {
  const zone = (await findMailPreference(accounts, caller.person))?.zone ?? 'UTC';
  return store.as(caller, async (tx) => {
    // A lead sees programmes too; they are in no calendar but that of their two.
    const years = (await listProgrammeRows(tx)).filter(({ preceptee, preceptor }) => [preceptee.id, preceptor.id].some((id) => id === caller.person));
    const partnerByYear = new Map(years.map(({ id, preceptee, preceptor }) => [id, preceptee.id === caller.person ? preceptor.name : preceptee.name]));
    const meetings = await listOwnMeetings(tx);
    return ok(
      writeCalendar('Rounds', [
        ...meetings.flatMap((meeting) => {
          const partner = partnerByYear.get(meeting.programme);
          return partner === undefined ? [] : [toMeetingEntry({ ...meeting, partner })];
        }),
        ...years
          .filter(({ state }) => !UNPLANNED.has(state))
          .flatMap((year) => listMilestoneEntries({ ...year, partner: partnerByYear.get(year.id) ?? '' }, zone)),
      ]),
    );
  });
}
