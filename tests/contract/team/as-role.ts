/** SQL on the database of a test: with the rights of a person by the application's role, or with all. */
import type { QueryResultRow } from 'pg';
import { withClient } from '../../../src/store/postgres/with-client.ts';
import type { TestTeam } from './start-test-team.ts';

/** Statements of the role that serves requests, as this person: what somebody could do who has the application but not its code. */
export async function asApplication<Row extends QueryResultRow>(
  team: TestTeam,
  { organisation, person }: { organisation: string; person: string },
  statement: string,
  given: readonly unknown[] = [],
): Promise<Row[]> {
  return withClient(team.database.app, async (client) => {
    await client.query('begin');
    await client.query(`select set_config('app.organisation', $1, true), set_config('app.person', $2, true)`, [organisation, person]);
    try {
      const { rows } = await client.query<Row>(statement, [...given]);
      await client.query('commit');
      return rows;
    } catch (error) {
      await client.query('rollback');
      throw error;
    }
  });
}

/** Statements of the database's owner, whom no policy holds back. */
export async function asOwner<Row extends QueryResultRow>(team: TestTeam, statement: string, given: readonly unknown[] = []): Promise<Row[]> {
  return withClient(team.database.owner, async (client) => (await client.query<Row>(statement, [...given])).rows);
}
