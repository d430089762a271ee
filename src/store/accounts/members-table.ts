import { sql } from 'kysely';
import type { TeamRole } from '../../model/team-role.ts';
import { makeAccountId } from '../../model/account-ids.ts';
import type { AccountsDatabase } from './accounts-database.ts';

export interface Membership {
  readonly organisation: string;
  readonly organisationName: string;
  readonly person: string;
  readonly name: string;
  readonly email: string;
  readonly role: TeamRole;
}

const membershipsOf = (db: AccountsDatabase) =>
  db
    .selectFrom('member')
    .innerJoin('user', 'user.id', 'member.userId')
    .innerJoin('organization', 'organization.id', 'member.organizationId')
    .select(['organization.id as organisation', 'organization.name as organisationName', 'user.id as person', 'user.name', 'user.email', 'member.role']);

/** An account is of one organisation at most; null for one that is of none. */
export async function findMembership(db: AccountsDatabase, person: string): Promise<Membership | null> {
  const row = await membershipsOf(db).where('member.userId', '=', person).executeTakeFirst();
  return row ? (row as Membership) : null;
}

/** Everybody of the organisation, by name. */
export async function listMembers(db: AccountsDatabase, organisation: string): Promise<Membership[]> {
  return (await membershipsOf(db).where('member.organizationId', '=', organisation).orderBy('user.name').orderBy('user.id').execute()) as Membership[];
}

export async function addMember(db: AccountsDatabase, { organisation, person, role }: { organisation: string; person: string; role: TeamRole }): Promise<void> {
  await db
    .insertInto('member')
    .values({ id: makeAccountId('member'), organizationId: organisation, userId: person, role, createdAt: new Date() })
    .execute();
}

/** Its owners, who stay so until this transaction ends. */
export async function lockOwners(db: AccountsDatabase, organisation: string): Promise<string[]> {
  const rows = await db.selectFrom('member').select('userId').where('organizationId', '=', organisation).where('role', '=', 'owner').forUpdate().execute();
  return rows.map(({ userId }) => userId);
}

/** Null for who is not of this organisation. */
export async function findRole(db: AccountsDatabase, organisation: string, person: string): Promise<TeamRole | null> {
  const row = await db.selectFrom('member').select('role').where('organizationId', '=', organisation).where('userId', '=', person).executeTakeFirst();
  return (row?.role as TeamRole | undefined) ?? null;
}

/** What they were in this organisation, for who left it; null for everybody else. */
export async function findRoleWhenLeft(db: AccountsDatabase, organisation: string, person: string): Promise<TeamRole | null> {
  const { rows } = await sql<{ role: TeamRole | null }>`select auth.role_when_left(${organisation}, ${person}) as role`.execute(db);
  return rows[0]?.role ?? null;
}

export async function setRole(db: AccountsDatabase, organisation: string, person: string, role: TeamRole): Promise<void> {
  await db.updateTable('member').set({ role }).where('organizationId', '=', organisation).where('userId', '=', person).execute();
}

/** The database keeps that they left, and takes them out of their pairs. */
export async function removeMember(db: AccountsDatabase, organisation: string, person: string): Promise<void> {
  await db.deleteFrom('member').where('organizationId', '=', organisation).where('userId', '=', person).execute();
}
