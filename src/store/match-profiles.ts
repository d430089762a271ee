import { sql } from 'kysely';
import type { OwnMatchProfile } from '../model/team/cohort.ts';
import type { CohortId, PersonId } from '../model/team/ids.ts';
import type { Person } from '../model/team/pair.ts';
import type { Tx } from './connect-store.ts';

type Kept = Pick<OwnMatchProfile, 'takesPartAs'> & { readonly body: unknown };

export async function saveMatchProfile({ db, actor }: Tx, cohort: CohortId, { takesPartAs, ...body }: OwnMatchProfile, at: string): Promise<void> {
  await sql`insert into rounds.match_profile (cohort, person, organisation, takes_part_as, body, at)
    values (${cohort}, ${actor.person}, ${actor.organisation}, ${takesPartAs}, ${JSON.stringify(body)}::jsonb, ${at}::timestamptz)
    on conflict (cohort, person) do update set takes_part_as = excluded.takes_part_as, body = excluded.body, at = excluded.at`.execute(db);
}

/** Mine; null where I gave none. */
export async function readMatchProfile({ db, actor }: Tx, cohort: CohortId): Promise<Kept | null> {
  const { rows } = await sql<Kept>`select takes_part_as as "takesPartAs", body from rounds.match_profile
    where cohort = ${cohort} and person = ${actor.person}`.execute(db);
  return rows[0] ?? null;
}

/** Gone with all it said. False where there was none. */
export async function deleteMatchProfile({ db, actor }: Tx, cohort: CohortId): Promise<boolean> {
  const { rows } = await sql`delete from rounds.match_profile where cohort = ${cohort} and person = ${actor.person} returning 1`.execute(db);
  return rows.length === 1;
}

export interface OfferedProfile extends Kept {
  readonly person: PersonId;
  readonly name: Person['name'];
}

/** Of everybody in the cohort, for its lead's suggestions; nothing for anybody else. */
export async function listMatchProfiles({ db }: Tx, cohort: CohortId): Promise<OfferedProfile[]> {
  const { rows } = await sql<OfferedProfile>`
    select m.person, p.name, m.takes_part_as as "takesPartAs", m.body
    from rounds.read_match_profiles(${cohort}) m join rounds.person p on p.id = m.person order by p.name, m.person`.execute(db);
  return rows;
}

export interface PromisedHours {
  readonly person: PersonId;
  /** A week, over all pairs they are preceptor in. */
  readonly hours: number;
  /** Null where they set none. */
  readonly cap: number | null;
}

export async function listPromisedHours({ db }: Tx, cohort: CohortId): Promise<PromisedHours[]> {
  const { rows } = await sql<PromisedHours>`select person, hours::float8 as hours, cap::float8 as cap from rounds.read_promised_hours(${cohort})`.execute(db);
  return rows;
}
