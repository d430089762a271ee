import { sql } from 'kysely';
import type { PairId, ProgrammeId } from '../model/team/ids.ts';
import type { HandOverFact, IncomingHandOver } from '../model/team/programme.ts';
import type { ProposeHandOver } from '../model/api/team/programmes.ts';
import type { Tx } from './connect-store.ts';
import { HAND_OVER_LEVELS } from './hand-over-levels.ts';
import { isoText, personOf } from './sql-fragments.ts';

/** Of `h`, with its note as `o`: null where that is not mine to read. */
export const HAND_OVER = sql<HandOverFact>`json_build_object('n', h.n, 'from', ${personOf('h', 'from_person')}, 'to', ${personOf('h', 'to_person')},
  'state', case when h.done_at is not null then 'done' when h.withdrawn_at is not null then 'withdrawn' else 'proposed' end,
  'proposedAt', ${isoText('h.proposed_at')}, 'agreedByPreceptee', h.agreed_by_preceptee_at is not null, 'accepted', h.accepted_at is not null,
  'doneAt', ${isoText('h.done_at')},
  'note', case when o.programme is not null then json_build_object('summary', o.summary, 'focus', o.focus, 'openProjects', o.open_projects) end,
  'levels', ${HAND_OVER_LEVELS})`;

/** Those that ask me to be the next preceptor and are not settled. */
export async function listIncomingHandOvers({ db, actor }: Tx): Promise<IncomingHandOver[]> {
  const { rows } = await sql<{ programme: ProgrammeId; fact: HandOverFact; preceptee: IncomingHandOver['preceptee'] }>`
    select h.programme, ${HAND_OVER} as fact, ${personOf('h', 'preceptee')} as preceptee
    from rounds.hand_over h left join rounds.hand_over_note o on o.programme = h.programme and o.n = h.n
    where h.to_person = ${actor.person} and h.done_at is null and h.withdrawn_at is null order by h.proposed_at`.execute(db);
  return rows.map(({ fact, ...row }) => ({ ...fact, ...row }));
}

/** Withdraws one that is open; returns its number. */
export async function proposeHandOver({ db }: Tx, programme: ProgrammeId, given: ProposeHandOver, at: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select rounds.propose_hand_over(${programme}, ${given.to}, ${given.summary}, ${given.focus},
    ${[...given.openProjects]}::text[], ${at}::timestamptz) as n`.execute(db);
  return rows[0]?.n ?? 0;
}

/** As the preceptee or as who comes; true once both have, and the pair has changed. `pair` and `name` are of the new one. */
export async function agreeHandOver(
  { db }: Tx,
  { programme, n, pair, name, at }: { programme: ProgrammeId; n: number; pair: PairId; name: string; at: string },
): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select rounds.agree_hand_over(${programme}, ${n}::int, ${pair}, ${name}, ${at}::timestamptz) as done`.execute(db);
  return rows[0]?.done === true;
}

/** False where none of mine is open. */
export async function withdrawHandOver({ db }: Tx, programme: ProgrammeId, n: number, at: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select rounds.withdraw_hand_over(${programme}, ${n}::int, ${at}::timestamptz) as done`.execute(db);
  return rows[0]?.done === true;
}

/** Whom a hand-over I am in concerns, whether or not they see the programme: who leaves, who comes, the preceptee; null where I am in none. */
export async function findHandOver(
  { db }: Tx,
  programme: ProgrammeId,
  n: number,
): Promise<{ from: string; to: string; preceptee: string; precepteeName: string; toName: string } | null> {
  const { rows } = await sql<{ from: string; to: string; preceptee: string; precepteeName: string; toName: string }>`
    select h.from_person as "from", h.to_person as "to", h.preceptee, one.name as "precepteeName", two.name as "toName" from rounds.hand_over h
    join rounds.person one on one.organisation = h.organisation and one.id = h.preceptee
    join rounds.person two on two.organisation = h.organisation and two.id = h.to_person
    where h.programme = ${programme} and h.n = ${n}::int and rounds.me() in (h.from_person, h.to_person, h.preceptee)`.execute(db);
  return rows[0] ?? null;
}
