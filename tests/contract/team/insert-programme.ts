/** A running programme of two people, made straight in the database: for tests of what goes on within one. */
import { randomBytes } from 'node:crypto';
import { withClient } from '../../../src/store/postgres/with-client.ts';
import type { TestTeam } from './start-test-team.ts';

const id = (letter: string): string => `${letter}_${randomBytes(8).toString('hex')}`;

export interface InsertedProgramme {
  readonly cohort: string;
  readonly programme: string;
  readonly pair: string;
}

export interface ProgrammeIds {
  readonly lead: string;
  readonly preceptee: string;
  readonly preceptor: string;
  readonly startsAt: string;
  /** The programme goes into this one; into a new one otherwise. */
  readonly cohort?: string;
}

/** Ids are of people of one organisation. */
export async function insertProgramme({ database }: TestTeam, { lead, preceptee, preceptor, startsAt, cohort }: ProgrammeIds): Promise<InsertedProgramme> {
  const made = { cohort: cohort ?? id('h'), programme: id('y'), pair: id('g') };
  await withClient(database.owner, async (client) => {
    const { rows } = await client.query<{ organisation: string }>('select organisation from rounds.person where id = $1', [lead]);
    const organisation = rows[0]?.organisation;
    if (!cohort)
      await client.query(`insert into rounds.cohort (id, organisation, name, lead, created_at) values ($1, $2, 'Spring', $3, $4)`, [
        made.cohort,
        organisation,
        lead,
        startsAt,
      ]);
    await client.query(`insert into rounds.pair (id, organisation, name, created_by, created_at) values ($1, $2, 'Two', $3, $4)`, [
      made.pair,
      organisation,
      lead,
      startsAt,
    ]);
    await client.query('insert into rounds.pair_member (pair, organisation, person) select $1, $2, unnest($3::text[])', [
      made.pair,
      organisation,
      [preceptee, preceptor],
    ]);
    await client.query(
      `insert into rounds.programme (id, organisation, cohort, pair, preceptee, preceptor, lead, state, starts_at, months, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, 'running', $8, 12, $8)`,
      [made.programme, organisation, made.cohort, made.pair, preceptee, preceptor, lead, startsAt],
    );
  });
  return made;
}
