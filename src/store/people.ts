import { sql } from 'kysely';
import type { Person } from '../model/api/team/accounts.ts';
import type { Tx } from './connect-store.ts';

/** Everybody of my organisation who did not leave. */
export async function listPeopleIds({ db }: Tx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from rounds.person where left_at is null`.execute(db);
  return rows.map(({ id }) => id);
}

/** Who left my organisation, the latest first. */
export async function listFormerPeople({ db }: Tx): Promise<Person[]> {
  const { rows } = await sql<Person>`select id, name, email, role from rounds.person where left_at is not null order by left_at desc, name`.execute(db);
  return rows;
}
