import { sql } from 'kysely';
import type { CohortId, PersonId, ProgrammeId } from '../model/team/ids.ts';
import type { PreceptorRating, SurveyMonth } from '../model/team/survey.ts';
import type { Tx } from './connect-store.ts';

export type SurveyValues = Readonly<Record<string, number>>;

/** How many people gave which value. */
export interface ValueCount {
  readonly item: string;
  readonly value: number;
  readonly people: number;
}

export interface SurveyAnswer {
  readonly programme: ProgrammeId;
  readonly month: SurveyMonth;
  readonly items: SurveyValues;
}

/** Mine alone. */
export async function listOwnSurveyAnswers({ db }: Tx): Promise<SurveyAnswer[]> {
  const { rows } = await sql<SurveyAnswer>`select programme, month, items from rounds.survey_answer`.execute(db);
  return rows;
}

export async function insertSurveyAnswer({ db, actor }: Tx, given: SurveyAnswer & { cohort: CohortId }): Promise<void> {
  await sql`insert into rounds.survey_answer (programme, person, month, organisation, cohort, items)
    values (${given.programme}, ${actor.person}, ${given.month}, ${actor.organisation}, ${given.cohort}, ${JSON.stringify(given.items)}::jsonb)`.execute(db);
}

/** In fives; nothing to who is neither of the cohort, nor its lead, nor an owner. */
export async function countSurvey({ db }: Tx, cohort: CohortId, month: SurveyMonth): Promise<ValueCount[]> {
  const { rows } = await sql<ValueCount>`select item, value, people from rounds.count_survey(${cohort}, ${month})`.execute(db);
  return rows;
}

/** Those I gave, and those of me that both opened. */
export async function listPreceptorRatings({ db }: Tx): Promise<PreceptorRating[]> {
  const { rows } = await sql<PreceptorRating>`select programme, preceptee, preceptor, month, items as "values", words,
    opened_by_preceptee_at is not null as "openedByPreceptee", opened_by_preceptor_at is not null as "openedByPreceptor"
    from rounds.preceptor_rating order by programme, month`.execute(db);
  return rows;
}

export interface NewPreceptorRating {
  readonly programme: ProgrammeId;
  readonly preceptor: PersonId;
  readonly month: number;
  readonly values: SurveyValues;
  readonly words: string;
  readonly openedAt: string | null;
}

export async function insertPreceptorRating({ db, actor }: Tx, given: NewPreceptorRating): Promise<void> {
  await sql`insert into rounds.preceptor_rating (programme, month, organisation, preceptee, preceptor, items, words, opened_by_preceptee_at)
    values (${given.programme}, ${given.month}, ${actor.organisation}, ${actor.person}, ${given.preceptor}, ${JSON.stringify(given.values)}::jsonb,
      ${given.words}, ${given.openedAt}::timestamptz)`.execute(db);
}

export async function openPreceptorRatings({ db }: Tx, programme: ProgrammeId, at: string): Promise<void> {
  await sql`select rounds.open_preceptor_ratings(${programme}, ${at}::timestamptz)`.execute(db);
}

/** Of me, in fives. */
export async function countOwnRatings({ db }: Tx): Promise<ValueCount[]> {
  const { rows } = await sql<ValueCount>`select item, value, people from rounds.count_my_ratings()`.execute(db);
  return rows;
}

/** What of a programme of mine these need: when it began, what it was paused. */
export interface ProgrammeDates {
  readonly id: ProgrammeId;
  readonly cohort: CohortId;
  readonly preceptee: PersonId;
  readonly preceptor: PersonId;
  readonly startsAt: string;
  readonly months: number;
  readonly pauses: { from: string; to: string | null; why: string }[];
}

/** Programmes in which I am one of two, once begun. */
export async function listOwnProgrammeDates({ db, actor }: Tx): Promise<ProgrammeDates[]> {
  const { rows } = await sql<Omit<ProgrammeDates, 'startsAt' | 'pauses'> & { startsAt: Date; pauses: { from: string; to: string | null }[] | null }>`
    select y.id, y.cohort, y.preceptee, y.preceptor, y.starts_at as "startsAt", y.months,
      (select json_agg(json_build_object('from', p.from_at, 'to', p.to_at) order by p.n) from rounds.pause p where p.programme = y.id) as pauses
    from rounds.programme y where ${actor.person} in (y.preceptee, y.preceptor) and y.state in ('running', 'paused', 'completed') order by y.starts_at`.execute(
    db,
  );
  return rows.map((row) => ({
    ...row,
    startsAt: row.startsAt.toISOString(),
    pauses: (row.pauses ?? []).map(({ from, to }) => ({ from: toInstant(from), to: to === null ? null : toInstant(to), why: '' })),
  }));
}

const toInstant = (at: string): string => new Date(at).toISOString();
