import { expectOk } from './expect-ok.ts';
import { withClient } from '../../../src/store/postgres/with-client.ts';
import { sampleCase } from '../../../tests/contract/team/sample-case.ts';
import type { Team } from './start-team.ts';

/** A case is judged by few people: many rounds of one would measure something that does not happen. */
const ROUNDS_OF_A_CASE = 50;
const SHARED_AT_ONCE = 8;

/** Shares cases over HTTP as people do, and calls `count` rounds of them by the store's own function, each waiting for both. */
export async function createRounds(team: Team, count: number): Promise<void> {
  const [ada, bob] = team.people;
  const cases: string[] = [];
  const needed = Math.ceil(count / ROUNDS_OF_A_CASE);
  await Promise.all(
    Array.from({ length: SHARED_AT_ONCE }, async (_, lane) => {
      for (let at = lane; at < needed; at += SHARED_AT_ONCE) cases.push(await shareCase(team, ada?.token ?? ''));
    }),
  );
  await withClient(team.owner, async (client) => {
    await client.query(`select set_config('app.organisation', $1, false), set_config('app.person', $2, false)`, [team.organisation, ada?.id]);
    for (const id of cases) {
      await client.query(`select rounds.call_round('r_' || substr(md5(random()::text || n), 1, 16), $1, array[$2], now()) from generate_series(1, $3::int) n`, [
        id,
        bob?.id,
        ROUNDS_OF_A_CASE,
      ]);
    }
    await client.query('analyze');
  });
}

async function shareCase({ url, pair }: Team, token: string): Promise<string> {
  const answered = await expectOk(
    fetch(`${url}/api/team/cases`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(sampleCase(pair, Math.random().toString(36))),
    }),
  );
  return ((await answered.json()) as { id: string }).id;
}

export function countRounds({ owner }: Team): Promise<number> {
  return withClient(owner, async (client) => Number((await client.query<{ n: string }>('select count(*) as n from rounds.round')).rows[0]?.n));
}

/** Rounds the second of the pair has not answered yet. */
export function listUnanswered({ owner, people }: Team, count: number): Promise<string[]> {
  return withClient(owner, async (client) => {
    const { rows } = await client.query<{ round: string }>('select round from rounds.round_participant where person = $1 and not answered limit $2', [
      people[1]?.id,
      count,
    ]);
    return rows.map(({ round }) => round);
  });
}
