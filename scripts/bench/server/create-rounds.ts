import { withClient } from '../../../src/store/postgres/with-client.ts';
import type { Team } from './start-team.ts';

/** Calls `count` rounds of the case, by the store's own function, each waiting for both. */
export async function createRounds({ owner, organisation, people, case: id }: Team, count: number): Promise<void> {
  const [ada, bob] = people;
  await withClient(owner, async (client) => {
    await client.query(`select set_config('app.organisation', $1, false), set_config('app.person', $2, false)`, [organisation, ada?.id]);
    await client.query(
      `select rounds.call_round('r_' || substr(md5(random()::text || n), 1, 16), $1, array[$2], now()) from generate_series(1, $3::int) n`,
      [id, bob?.id, count],
    );
    await client.query('analyze');
  });
}

export function countRounds({ owner }: Team): Promise<number> {
  return withClient(owner, async (client) => Number((await client.query<{ n: string }>('select count(*) as n from rounds.round')).rows[0]?.n));
}

/** Rounds the second of the pair has not answered yet. */
export function listUnanswered({ owner, people }: Team, count: number): Promise<string[]> {
  return withClient(owner, async (client) => {
    const { rows } = await client.query<{ round: string }>('select round from rounds.round_participant where person = $1 and not answered limit $2', [people[1]?.id, count]);
    return rows.map(({ round }) => round);
  });
}
