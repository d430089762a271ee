import { sql } from 'kysely';
import type { Debrief } from '../model/debrief.ts';
import type { RoundId, RoundState } from '../model/round.ts';
import type { PersonId } from '../model/team/ids.ts';
import type { StoredCase } from './cases.ts';
import type { Tx } from './connect-store.ts';
import { ROUND_COLUMNS, toRound, type RoundRow, type StoredRound } from './rounds.ts';

interface LogEntry {
  readonly person: PersonId;
  readonly action: string;
  readonly from: RoundState;
  readonly to: RoundState;
  readonly at: string;
}

/** A round with all that is shown of it before the reveal, and its case where I may see that. */
export interface WholeRound {
  readonly round: StoredRound;
  readonly case: Omit<StoredCase, 'createdAt' | 'publishedAt'> | null;
  readonly log: readonly LogEntry[];
  /** The latest last. */
  readonly debriefs: readonly { readonly debrief: Debrief; readonly closedBy: PersonId; readonly at: string }[];
}

const LOG = sql`(select json_agg(json_build_object('person', l.person, 'action', l.action, 'from', l.from_state, 'to', l.to_state, 'at', l.at) order by l.n)
  from rounds.round_log l where l.round = r.id)`;
const DEBRIEFS = sql`(select json_agg(json_build_object('debrief', d.body, 'closedBy', d.closed_by, 'at', d.at) order by d.n)
  from rounds.debrief d where d.round = r.id)`;

type Row = RoundRow &
  Pick<StoredCase, 'pair' | 'owner' | 'kind' | 'content' | 'treeHash' | 'hasTree'> & {
    seen: StoredCase['id'] | null;
    forgottenAt: Date | null;
    log: LogEntry[] | null;
    debriefs: { debrief: Debrief; closedBy: PersonId; at: string }[] | null;
  };

/** Null where there is none, or I do not take part. One query: what it costs to ask is most of what a seal costs. */
export async function readWholeRound({ db }: Tx, id: RoundId): Promise<WholeRound | null> {
  const { rows } = await sql<Row>`select ${ROUND_COLUMNS}, ${LOG} as log, ${DEBRIEFS} as debriefs,
      c.id as seen, c.pair, c.owner, c.kind, c.content, c.tree_hash as "treeHash", c.forgotten_at as "forgottenAt",
      exists (select from rounds.case_tree t where t.case_id = c.id) as "hasTree"
    from rounds.round r left join rounds.shared_case c on c.id = r.case_id where r.id = ${id}`.execute(db);
  const [row] = rows;
  if (!row) return null;
  const { seen, pair, owner, kind, content, treeHash, hasTree, forgottenAt, log, debriefs, ...round } = row;
  return {
    round: toRound(round),
    case: seen && { id: seen, pair, owner, kind, content, treeHash, hasTree, forgottenAt: forgottenAt?.toISOString() ?? null },
    log: (log ?? []).map(withIsoTime),
    debriefs: (debriefs ?? []).map(withIsoTime),
  };
}

/** PostgreSQL writes times into JSON with an offset. */
const withIsoTime = <T extends { readonly at: string }>(entry: T): T => ({ ...entry, at: new Date(entry.at).toISOString() });
