import type { OwnWeeks, WeeklyQuery, WeeklyView } from '../../../model/api/team/weekly.ts';
import type { Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { ProgrammeId } from '../../../model/team/ids.ts';
import type { PrecepteeHalf, PreceptorHalf, WeeklyPage } from '../../../model/team/weekly-page.ts';
import { addWeeks, toWeek } from '../../../programme/weekly/to-week.ts';
import type { Actor, Tx } from '../../../store/connect-store.ts';
import type { OwnProgramme } from '../../../store/own-programmes.ts';
import {
  isBetween,
  listEntries,
  listFocuses,
  listOwnWeeks,
  listWrittenWeeks,
  readOwnWeek,
  stillStands,
  toAct,
  type StoredEntry,
  type StoredFocus,
} from '../../../store/weekly-pages.ts';
import { loadOwnProgramme } from '../own-programmes/load-own-programme.ts';
import type { SharedApp } from '../team-app.ts';
import { tooFar } from './write-weekly.ts';

type WeeklyApp = Pick<SharedApp, 'store' | 'clock'>;

const WEEKS_OF_HISTORY = 8;

/** This week in every programme in which I am one of the two. */
export function showMyWeeks({ store, clock }: WeeklyApp, actor: Actor): Promise<Result<OwnWeeks, Problem>> {
  const week = toWeek(clock());
  return store.as(actor, async (tx) => ok({ week, programmes: await listOwnWeeks(tx, week) }));
}

/** The page of a week with what was handed in, and weeks before it. */
export function showWeekly({ store, clock }: WeeklyApp, actor: Actor, id: ProgrammeId, { week, before }: WeeklyQuery): Promise<Result<WeeklyView, Problem>> {
  return store.as(actor, async (tx) => {
    const own = await loadOwnProgramme(tx, id);
    if (!own.ok) return own;
    const now = toWeek(clock());
    const last = addWeeks(now, -1);
    const shown = week ?? now;
    if (shown !== now && shown !== last) return failed(tooFar());
    const entries = await listEntries(tx, id, { from: shown, to: shown });
    const [focus] = await listFocuses(tx, id, { from: shown, to: shown });
    const weeks = await listWrittenWeeks(tx, id, { before: before ?? shown, limit: WEEKS_OF_HISTORY + 1 });
    return ok({
      programme: await readOwnWeek(tx, own.value, now),
      weeks: [now, last] as [string, string],
      page: toOpenPage(own.value, shown, entries, focus),
      act: toAct(own.value, actor.person, entries, focus),
      earlier: await readHistory(tx, own.value, weeks.slice(0, WEEKS_OF_HISTORY)),
      hasEarlier: weeks.length > WEEKS_OF_HISTORY,
    });
  });
}

/** A page that may still be written: only what stands between the two as they are now, unless it is agreed. */
function toOpenPage({ preceptee, preceptor }: OwnProgramme, week: string, entries: readonly StoredEntry[], focus: StoredFocus | undefined): WeeklyPage {
  if (focus?.agreedAt) return toPage(week, preceptee.id, entries, focus);
  const between = entries.filter((entry) => isBetween(entry, preceptee, preceptor) || isBetween(entry, preceptor, preceptee));
  return toPage(week, preceptee.id, between, focus && stillStands(focus, preceptor) ? focus : undefined);
}

async function readHistory(tx: Tx, { id, preceptee }: OwnProgramme, weeks: readonly string[]): Promise<WeeklyPage[]> {
  const [latest, earliest] = [weeks[0], weeks.at(-1)];
  if (latest === undefined || earliest === undefined) return [];
  const span = { from: earliest, to: latest };
  const entries = await listEntries(tx, id, span);
  const focuses = await listFocuses(tx, id, span);
  return weeks.map((week) =>
    toPage(
      week,
      preceptee.id,
      entries.filter((entry) => entry.week === week),
      focuses.find((focus) => focus.week === week),
    ),
  );
}

/** In a week of a hand-over there may be two preceptors: the one who wrote last. */
function toPage(week: string, preceptee: string, entries: readonly StoredEntry[], focus: StoredFocus | undefined): WeeklyPage {
  const theirs = entries.find(({ by }) => by.id === preceptee);
  const answer = entries.findLast(({ by }) => by.id !== preceptee);
  return {
    week,
    preceptee: theirs ? { by: theirs.by, at: theirs.at, half: theirs.half as PrecepteeHalf } : null,
    preceptor: answer ? { by: answer.by, at: answer.at, half: answer.half as PreceptorHalf } : null,
    focus: focus ? { words: focus.words, proposedBy: focus.proposedBy, agreedAt: focus.agreedAt } : null,
  };
}
