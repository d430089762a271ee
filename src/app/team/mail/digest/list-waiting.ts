import type { Problem } from '../../../../model/problem.ts';
import { ok, type Result } from '../../../../model/result.ts';
import { toWeek } from '../../../../programme/weekly/to-week.ts';
import { trackYear } from '../../../../programme/year/track-year.ts';
import type { Actor } from '../../../../store/connect-store.ts';
import { listOwnMeetings } from '../../../../store/own-calendar.ts';
import { listProgrammeRows, type ProgrammeRow } from '../../../../store/programmes.ts';
import { listRounds } from '../../../../store/rounds.ts';
import { listWeeklyWaiting } from '../../../../store/weekly-pages.ts';
import { toModel } from '../../programmes/present-programme.ts';
import type { SharedApp } from '../../team-app.ts';

/** What waits for one person: how many, when and with whom, and nothing of what anybody said. */
export interface Waiting {
  readonly rounds: number;
  /** Names of those with whom a weekly page waits for me. */
  readonly pagesWith: readonly string[];
  readonly meetings: readonly { readonly startsAt: string; readonly kind: string; readonly partner: string }[];
  readonly due: readonly { readonly kind: string; readonly at: string; readonly partner: string }[];
}

const WEEK_MS = 7 * 86_400_000;
const ROUNDS_LOOKED_AT = 200;
const DUE_STATES = new Set(['due', 'overdue']);

/** By the store's own rights: it is read as that person, so nothing can be in it that they could not see. */
export function listWaiting({ store, clock }: Pick<SharedApp, 'store' | 'clock'>, actor: Actor): Promise<Result<Waiting, Problem>> {
  const now = clock();
  return store.as(actor, async (tx) => {
    const rounds = await listRounds(tx, { limit: ROUNDS_LOOKED_AT });
    const years = (await listProgrammeRows(tx)).filter((year) => partnerOf(year, actor.person) !== null);
    const partnerByYear = new Map(years.map((year) => [year.id, partnerOf(year, actor.person) ?? '']));
    const meetings = await listOwnMeetings(tx, { from: now.toISOString(), to: new Date(now.getTime() + WEEK_MS).toISOString() });
    return ok({
      rounds: rounds.filter(
        ({ state, participants }) => state === 'sealing' && participants.some(({ person, answered }) => person === actor.person && !answered),
      ).length,
      pagesWith: (await listWeeklyWaiting(tx, toWeek(now))).map(({ programme }) => partnerByYear.get(programme) ?? ''),
      meetings: meetings
        .filter(({ heldAt, cancelledAt }) => heldAt === null && cancelledAt === null)
        .map(({ startsAt, kind, programme }) => ({ startsAt, kind, partner: partnerByYear.get(programme) ?? '' })),
      due: years
        .filter(({ state }) => state === 'running')
        .flatMap((year) => listDue(year, now).map(({ kind, at }) => ({ kind, at, partner: partnerByYear.get(year.id) ?? '' }))),
    });
  });
}

export const isNothing = ({ rounds, pagesWith, meetings, due }: Waiting): boolean => rounds + pagesWith.length + meetings.length + due.length === 0;

const listDue = (row: ProgrammeRow, now: Date) =>
  trackYear({ year: toModel(row), meetings: row.meetings, answeredSurveys: row.answeredSurveys }, now.toISOString()).filter(({ state }) =>
    DUE_STATES.has(state),
  );

/** Null to a lead, who is none of the two. */
function partnerOf({ preceptee, preceptor }: ProgrammeRow, person: string): string | null {
  if (preceptee.id === person) return preceptor.name;
  return preceptor.id === person ? preceptee.name : null;
}
