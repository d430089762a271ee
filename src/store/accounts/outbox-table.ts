import type { AccountsDatabase } from './accounts-database.ts';

export type LetterKind = 'invitation' | 'password-reset' | 'password-changed' | 'digest';

export interface WaitingLetter {
  readonly id: string;
  readonly kind: LetterKind;
  readonly body: Buffer;
  /** This one included. */
  readonly attempts: number;
}

export interface NewLetter {
  readonly id: string;
  readonly kind: LetterKind;
  readonly person: string | null;
  readonly reason: string | null;
  readonly body: Buffer;
  readonly at: Date;
  readonly until: Date;
}

/** False where there was a letter for this reason already. */
export async function addLetter(db: AccountsDatabase, { at, ...letter }: NewLetter): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('outbox')
    .values({ ...letter, state: 'waiting', next_at: at, failure: null, created_at: at, ended_at: null })
    .onConflict((conflict) => conflict.column('reason').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/**
 * The letter that waits longest; nobody else is given it before `leaseUntil`. Two that ask at once are given different ones. Null
 * where none is due.
 */
export async function claimLetter(db: AccountsDatabase, { now, leaseUntil }: { now: Date; leaseUntil: Date }): Promise<WaitingLetter | null> {
  const due = db
    .selectFrom('outbox')
    .select('id')
    .where('state', '=', 'waiting')
    .where('next_at', '<=', now)
    .where('until', '>', now)
    .orderBy('next_at')
    .limit(1)
    .forUpdate()
    .skipLocked();
  const row = await db
    .updateTable('outbox')
    .set(({ eb }) => ({ next_at: leaseUntil, attempts: eb('attempts', '+', 1) }))
    .where('id', 'in', due)
    .returning(['id', 'kind', 'body', 'attempts'])
    .executeTakeFirst();
  return row ? (row as WaitingLetter) : null;
}

/** Where it is sent, or never will be, nothing of what it said is kept. */
export async function endLetter(
  db: AccountsDatabase,
  id: string,
  { state, failure, at }: { state: 'sent' | 'refused'; failure: string | null; at: Date },
): Promise<void> {
  await db.updateTable('outbox').set({ state, failure, body: null, ended_at: at }).where('id', '=', id).where('state', '=', 'waiting').execute();
}

export async function postponeLetter(db: AccountsDatabase, id: string, { failure, until }: { failure: string; until: Date }): Promise<void> {
  await db.updateTable('outbox').set({ failure, next_at: until }).where('id', '=', id).where('state', '=', 'waiting').execute();
}

/** Gives up what came too late, and forgets what ended long ago. Returns how many were given up. */
export async function tidyOutbox(db: AccountsDatabase, { now, keptSince }: { now: Date; keptSince: Date }): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set({ state: 'too-late', body: null, ended_at: now })
    .where('state', '=', 'waiting')
    .where('until', '<=', now)
    .executeTakeFirst();
  await db.deleteFrom('outbox').where('ended_at', '<', keptSince).execute();
  return Number(numUpdatedRows);
}
