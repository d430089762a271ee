import { sql } from 'kysely';
import type { OwnWeek } from '../model/api/team/weekly.ts';
import type { PersonId, ProgrammeId } from '../model/team/ids.ts';
import type { Person } from '../model/team/pair.ts';
import type { PrecepteeHalf, PreceptorHalf, WeeklyAct, WeeklyFocus } from '../model/team/weekly-page.ts';
import { findWeeklyAct, isMyTurn } from '../programme/weekly/find-weekly-act.ts';
import type { Tx } from './connect-store.ts';
import { listOwnProgrammes, type OwnProgramme } from './own-programmes.ts';

/** A half as it was handed in, and to whom. */
export interface StoredEntry {
  readonly week: string;
  readonly by: Person;
  readonly reader: PersonId;
  readonly at: string;
  readonly half: PrecepteeHalf | PreceptorHalf;
}
export interface StoredFocus extends WeeklyFocus {
  readonly week: string;
  readonly preceptor: PersonId;
}

interface Span {
  readonly from: string;
  readonly to: string;
}

/** Halves I wrote or that were written to me, in weeks from `from` to `to`, the latest week first. */
export async function listEntries({ db }: Tx, programme: ProgrammeId, { from, to }: Span): Promise<StoredEntry[]> {
  const { rows } = await sql<Omit<StoredEntry, 'at'> & { at: Date }>`
    select w.week::text as week, json_build_object('id', p.id, 'name', p.name) as by, w.reader, w.at, w.body as half
    from rounds.weekly_entry w join rounds.person p on p.organisation = w.organisation and p.id = w.author
    where w.programme = ${programme} and w.week between ${from}::date and ${to}::date order by w.week desc, w.at`.execute(db);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

export async function listFocuses({ db }: Tx, programme: ProgrammeId, { from, to }: Span): Promise<StoredFocus[]> {
  const { rows } = await sql<FocusRow>`select ${FOCUS} where f.programme = ${programme} and f.week between ${from}::date and ${to}::date`.execute(db);
  return rows.map(toFocus);
}

/** What the two agreed to last; null before the first. */
export async function readLastFocus({ db }: Tx, programme: ProgrammeId): Promise<StoredFocus | null> {
  const { rows } = await sql<FocusRow>`select ${FOCUS} where f.programme = ${programme} and f.agreed_at is not null order by f.week desc limit 1`.execute(db);
  return rows[0] ? toFocus(rows[0]) : null;
}

/** Weeks before this one of which there is anything for me to read, the latest first. */
export async function listWrittenWeeks({ db }: Tx, programme: ProgrammeId, { before, limit }: { before: string; limit: number }): Promise<string[]> {
  const { rows } = await sql<{ week: string }>`
    select distinct week::text as week from rounds.weekly_entry where programme = ${programme} and week < ${before}::date order by week desc limit ${limit}`.execute(
    db,
  );
  return rows.map(({ week }) => week);
}

/** Mine of this week, handed in. */
export async function writeEntry({ db }: Tx, entry: { programme: ProgrammeId; week: string; half: PrecepteeHalf | PreceptorHalf; at: string }): Promise<void> {
  await sql`select rounds.write_weekly_entry(${entry.programme}, ${entry.week}::date, ${JSON.stringify(entry.half)}::jsonb, ${entry.at}::timestamptz)`.execute(
    db,
  );
}

/** Proposes these words, or agrees where the other proposed exactly these. Returns whether the week has its focus. */
export async function setFocus(
  { db }: Tx,
  { programme, week, focus, at }: { programme: ProgrammeId; week: string; focus: string; at: string },
): Promise<boolean> {
  const { rows } = await sql<{ agreed: boolean }>`
    select rounds.set_weekly_focus(${programme}, ${week}::date, ${focus}, ${at}::timestamptz) as agreed`.execute(db);
  return rows[0]?.agreed === true;
}

/** Every programme of mine and what its page of this week waits for. */
export async function listOwnWeeks(tx: Tx, week: string): Promise<OwnWeek[]> {
  const weeks: OwnWeek[] = [];
  for (const programme of await listOwnProgrammes(tx)) weeks.push(await readOwnWeek(tx, programme, week));
  return weeks;
}

export async function readOwnWeek(tx: Tx, programme: OwnProgramme, week: string): Promise<OwnWeek> {
  const { id, pair, area, state, preceptee, preceptor } = programme;
  const only = { from: week, to: week };
  const entries = await listEntries(tx, id, only);
  const [focus] = await listFocuses(tx, id, only);
  const last = await readLastFocus(tx, id);
  return {
    programme: id,
    pair,
    area,
    state,
    mine: tx.actor.person === preceptee.id ? 'preceptee' : 'preceptor',
    preceptee,
    preceptor,
    act: toAct(programme, tx.actor.person, entries, focus),
    focus: last && { week: last.week, words: last.words, proposedBy: last.proposedBy, agreedAt: last.agreedAt },
  };
}

/** Programmes whose page of this week waits for me: for whoever reminds people. */
export async function listWeeklyWaiting(tx: Tx, week: string): Promise<OwnWeek[]> {
  return (await listOwnWeeks(tx, week)).filter(({ act }) => isMyTurn(act));
}

/** What a week waits for, given what of it I may read. */
export function toAct({ state, preceptee, preceptor }: OwnProgramme, me: string, entries: readonly StoredEntry[], focus: StoredFocus | undefined): WeeklyAct {
  return findWeeklyAct({
    isRunning: state === 'running',
    mine: me === preceptee.id ? 'preceptee' : 'preceptor',
    hasPrecepteeHalf: entries.some((entry) => isBetween(entry, preceptee, preceptor)),
    hasPreceptorHalf: entries.some((entry) => isBetween(entry, preceptor, preceptee)),
    focus: focus && stillStands(focus, preceptor) ? { isMine: focus.proposedBy.id === me, isAgreed: focus.agreedAt !== null } : null,
  });
}

/** What was written to somebody who is no longer of the two is not of this page. */
export const isBetween = ({ by, reader }: StoredEntry, author: Person, to: Person): boolean => by.id === author.id && reader === to.id;

/** What was proposed to somebody who left is no offer any more; what was agreed stays. */
export const stillStands = (focus: StoredFocus, preceptor: Person): boolean => focus.agreedAt !== null || focus.preceptor === preceptor.id;

const FOCUS = sql`f.week::text as week, f.focus as words, f.preceptor, json_build_object('id', p.id, 'name', p.name) as "proposedBy", f.agreed_at as "agreedAt"
  from rounds.weekly_focus f join rounds.person p on p.organisation = f.organisation and p.id = f.proposed_by`;
type FocusRow = Omit<StoredFocus, 'agreedAt'> & { agreedAt: Date | null };
const toFocus = (row: FocusRow): StoredFocus => ({ ...row, agreedAt: row.agreedAt?.toISOString() ?? null });
