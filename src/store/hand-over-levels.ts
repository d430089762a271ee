import { sql } from 'kysely';
import type { ProgrammeId } from '../model/team/ids.ts';
import type { ChooseHandOverLevels, HandOverLevel } from '../model/team/hand-over-level.ts';
import type { Tx } from './connect-store.ts';
import { isoText } from './sql-fragments.ts';

type Of = { readonly programme: ProgrammeId; readonly n: number };

/** Of `h`: none where they are not mine to read. */
export const HAND_OVER_LEVELS = sql<HandOverLevel[]>`coalesce((select json_agg(json_build_object('activity', l.activity, 'basis', l.basis, 'level', l.level,
  'at', ${isoText('l.at')}, 'until', ${isoText('l.until')}) order by l.activity, l.basis desc)
  from rounds.hand_over_level l where l.programme = h.programme and l.n = h.n), '[]')`;

/** What I could show as the preceptee; null where it is not my hand-over. */
export async function listLevelsToHandOver({ db, actor }: Tx, { programme, n }: Of, at: string): Promise<HandOverLevel[] | null> {
  const { rows: mine } =
    await sql`select 1 from rounds.hand_over h where h.programme = ${programme} and h.n = ${n}::int and h.preceptee = ${actor.person}`.execute(db);
  if (mine.length === 0) return null;
  const { rows } = await sql<HandOverLevel>`select l.activity, l.basis, l.level, ${isoText('l.at')} as at, ${isoText('l.until')} as until
    from rounds.list_levels_to_hand_over(${programme}, ${n}::int, ${at}::timestamptz) l order by substr(l.activity, 2)::int, l.basis desc`.execute(db);
  return rows;
}

export async function listShownLevels({ db }: Tx, { programme, n }: Of): Promise<HandOverLevel[]> {
  const { rows } = await sql<{ levels: HandOverLevel[] }>`
    select ${HAND_OVER_LEVELS} as levels from rounds.hand_over h where h.programme = ${programme} and h.n = ${n}::int`.execute(db);
  return rows[0]?.levels ?? [];
}

/** In place of what was shown before. False where it is not mine, or was called off. */
export async function showLevels({ db }: Tx, { programme, n }: Of, { levels }: ChooseHandOverLevels, at: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select rounds.show_levels_with_hand_over(${programme}, ${n}::int, ${JSON.stringify(levels)}::jsonb, ${at}::timestamptz) as done`.execute(db);
  return rows[0]?.done === true;
}
