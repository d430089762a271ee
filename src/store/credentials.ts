import { sql } from 'kysely';
import { signOffEntrySchema, type SignOffRequest } from '../model/sign-off.ts';
import type { ProgrammeId, SignOffId } from '../model/team/ids.ts';
import type { Person } from '../model/team/pair.ts';
import type { Tx } from './connect-store.ts';
import { isoText, personOf } from './sql-fragments.ts';

/** What was granted to me, as the record has it. */
export interface GrantedSignOff {
  readonly id: SignOffId;
  readonly request: SignOffRequest;
  readonly signer: Person;
  readonly signedAt: string;
  readonly expiresAt: string;
  readonly reversed: boolean;
}

/** Mine alone, the latest first. */
export async function listGranted({ db, actor }: Tx): Promise<GrantedSignOff[]> {
  const { rows } = await sql<{ id: SignOffId; entry: unknown; signer: Person; reversed: boolean }>`
    select r.request as id, r.entry, ${personOf('r', 'written_by')} as signer, rounds.is_reversed(r.request) as reversed
    from rounds.sign_off_record r where r.person = ${actor.person} and r.entry ->> 'type' = 'granted' order by r.n desc`.execute(db);
  return rows.flatMap(({ entry, ...row }) => {
    const parsed = signOffEntrySchema.parse(entry);
    return parsed.type === 'granted' ? [{ ...row, request: parsed.request, signedAt: parsed.at, expiresAt: parsed.expiresAt }] : [];
  });
}

export interface CompletedYear {
  readonly id: ProgrammeId;
  readonly me: Person;
  readonly lead: Person;
  readonly startedAt: string;
  readonly completedAt: string;
}

/** Years that I completed as preceptee, with who led them then: a cohort that is handed over later changes no credential. */
export async function listCompleted({ db, actor }: Tx): Promise<CompletedYear[]> {
  const { rows } = await sql<CompletedYear>`select y.id, ${personOf('y', 'preceptee')} as me,
    coalesce((select ${personOf('h', 'from_person')} from rounds.lead_hand_over h where h.cohort = y.cohort and h.done_at > y.completed_at order by h.done_at limit 1),
      ${personOf('y', 'lead')}) as lead,
    ${isoText('y.starts_at')} as "startedAt", ${isoText('y.completed_at')} as "completedAt"
    from rounds.programme y where y.preceptee = ${actor.person} and y.state = 'completed' order by y.completed_at desc`.execute(db);
  return rows;
}

/** My name as others here know it. */
export async function readOwnName({ db, actor }: Tx): Promise<string> {
  const { rows } = await sql<{ name: string }>`select name from rounds.person where id = ${actor.person}`.execute(db);
  return rows[0]?.name ?? '';
}

export interface NewCredential {
  readonly id: string;
  readonly kind: 'sign-off' | 'programme';
  readonly subject: string;
  /** Drawn at random; the first that is free is taken. */
  readonly places: readonly number[];
  readonly at: string;
}

/** The credential of something granted to me and where its reversal would stand: the same ones however often it is taken. */
export async function takeCredential({ db }: Tx, { id, kind, subject, places, at }: NewCredential): Promise<{ id: string; place: number }> {
  const { rows } = await sql<{ id: string; place: number }>`
    select id, place from rounds.take_credential(${id}, ${kind}, ${subject}, ${[...places]}::int[], ${at}::timestamptz)`.execute(db);
  const [taken] = rows;
  if (!taken) throw new Error('the database gave no credential');
  return taken;
}

/** Of the whole organisation, whoever asks. */
export async function listReversedPlaces({ db }: Tx): Promise<number[]> {
  const { rows } = await sql<{ place: number }>`select rounds.reversed_places() as place`.execute(db);
  return rows.map(({ place }) => place);
}
