import { sql } from 'kysely';
import type { PairId, PersonId } from '../model/team/ids.ts';
import type { Pair } from '../model/team/pair.ts';
import type { Tx } from './connect-store.ts';

/** My pairs, those I left not among them. */
export async function listPairs({ db }: Tx): Promise<Pair[]> {
  const { rows } = await sql<Omit<Pair, 'createdAt'> & { createdAt: Date }>`
    select p.id, p.name, p.created_at as "createdAt",
      (select json_agg(json_build_object('id', who.id, 'name', who.name) order by m.joined_at, who.name)
        from rounds.pair_member m join rounds.person who on who.organisation = m.organisation and who.id = m.person
        where m.pair = p.id and m.left_at is null) as people
    from rounds.pair p where p.ended_at is null order by p.created_at`.execute(db);
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}

/** A pair of me and these people. */
export async function makePair({ db }: Tx, pair: { id: PairId; name: string; people: readonly PersonId[] }): Promise<void> {
  await sql`select rounds.make_pair(${pair.id}, ${pair.name}, ${[...pair.people]}::text[])`.execute(db);
}

/** False where I was not in it. */
export async function leavePair({ db }: Tx, id: PairId): Promise<boolean> {
  const { rows } = await sql<{ left: boolean }>`select rounds.leave_pair(${id}) as left`.execute(db);
  return rows[0]?.left === true;
}
