import type { AccountsDatabase } from './accounts-database.ts';

export interface MailPreferenceRow {
  readonly weekly: boolean;
  /** 1 is Monday. */
  readonly weekday: number;
  /** IANA name. */
  readonly zone: string;
}

/** Null where this person never said anything: then nothing is sent by itself. */
export async function findMailPreference(db: AccountsDatabase, person: string): Promise<MailPreferenceRow | null> {
  return (await db.selectFrom('mail_preference').select(['weekly', 'weekday', 'zone']).where('person', '=', person).executeTakeFirst()) ?? null;
}

export async function saveMailPreference(db: AccountsDatabase, person: string, preference: MailPreferenceRow, at: Date): Promise<void> {
  await db
    .insertInto('mail_preference')
    .values({ person, ...preference, updated_at: at })
    .onConflict((conflict) => conflict.column('person').doUpdateSet({ ...preference, updated_at: at }))
    .execute();
}

export async function endWeeklyLetters(db: AccountsDatabase, person: string, at: Date): Promise<void> {
  await db.updateTable('mail_preference').set({ weekly: false, updated_at: at }).where('person', '=', person).execute();
}

export interface WeeklyReader extends MailPreferenceRow {
  readonly person: string;
  readonly organisation: string;
  readonly email: string;
}

/** Everybody who wants a letter a week, was sent none since, and is still of an organisation. */
export async function listWeeklyReaders(db: AccountsDatabase, sentNoneSince: Date): Promise<WeeklyReader[]> {
  return db
    .selectFrom('mail_preference as p')
    .innerJoin('member as m', 'm.userId', 'p.person')
    .innerJoin('user as u', 'u.id', 'p.person')
    .select(['p.person', 'm.organizationId as organisation', 'u.email', 'p.weekly', 'p.weekday', 'p.zone'])
    .where('p.weekly', '=', true)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('outbox as o')
            .select('o.id')
            .whereRef('o.person', '=', 'p.person')
            .where('o.kind', '=', 'digest')
            .where('o.created_at', '>', sentNoneSince),
        ),
      ),
    )
    .orderBy('p.person')
    .execute();
}
