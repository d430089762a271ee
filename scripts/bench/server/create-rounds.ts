import { expectOk } from './expect-ok.ts';
import { withClient } from '../../../src/store/postgres/with-client.ts';
import { sampleCase } from '../../../tests/contract/team/sample-case.ts';
import type { Pair, Person, Team } from './start-team.ts';

/** A case is judged by few people: many rounds of one would measure something that does not happen. */
const ROUNDS_OF_A_CASE = 50;
const SHARED_AT_ONCE = 8;

/** Shares cases over HTTP as people do, and calls `count` rounds of them by the store's own function, each waiting for both of a pair. */
export async function createRounds(team: Team, count: number): Promise<void> {
  const cases: { id: string; pair: Pair }[] = [];
  const needed = Math.ceil(count / ROUNDS_OF_A_CASE);
  await Promise.all(
    Array.from({ length: SHARED_AT_ONCE }, async (_, lane) => {
      for (let at = lane; at < needed; at += SHARED_AT_ONCE) {
        const pair = team.pairs[at % team.pairs.length];
        if (pair) cases.push({ id: await shareCase(team.url, pair), pair });
      }
    }),
  );
  await withClient(team.owner, async (client) => {
    for (const { id, pair } of cases) {
      const [ada, bob] = pair.people;
      await client.query(`select set_config('app.organisation', $1, false), set_config('app.person', $2, false)`, [team.organisation, ada.id]);
      await client.query(`select rounds.call_round('r_' || substr(md5(random()::text || n), 1, 16), $1, array[$2], now()) from generate_series(1, $3::int) n`, [
        id,
        bob.id,
        ROUNDS_OF_A_CASE,
      ]);
    }
    await client.query('analyze');
  });
}

async function shareCase(url: string, { id, people: [ada] }: Pair): Promise<string> {
  const answered = await expectOk(
    fetch(`${url}/api/team/cases`, {
      method: 'POST',
      headers: { authorization: `Bearer ${ada.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(sampleCase(id, Math.random().toString(36))),
    }),
  );
  return ((await answered.json()) as { id: string }).id;
}

export function countRounds({ owner }: Team): Promise<number> {
  return withClient(owner, async (client) => Number((await client.query<{ n: string }>('select count(*) as n from rounds.round')).rows[0]?.n));
}

/** Whether a seal is the first of its round, or the one that opens it to both. */
export type Which = 'first' | 'opening';

/** Rounds this person has yet to answer. Of those nobody answered each of a pair is given another half: no seal of theirs opens one. */
export function listUnanswered({ owner }: Team, person: Person, count: number, which: Which = 'first'): Promise<string[]> {
  return withClient(owner, async (client) => {
    const { rows } = await client.query<{ round: string }>(
      `select p.round from rounds.round_participant p join rounds.round_participant other on other.round = p.round and other.person <> p.person
       where p.person = $1 and not p.answered and other.answered = ($3 = 'opening')
         and (other.answered or ('x' || substr(p.round, 3, 8))::bit(32)::int & 1 = p.place & 1) limit $2`,
      [person.id, count, which],
    );
    return rows.map(({ round }) => round);
  });
}
