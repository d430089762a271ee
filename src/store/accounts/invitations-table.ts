import type { TeamRole } from '../../model/team-role.ts';
import { makeAccountId } from '../../model/account-ids.ts';
import type { AccountsDatabase } from './accounts-database.ts';

export interface InvitationRow {
  readonly id: string;
  readonly organisation: string;
  readonly organisationName: string;
  readonly email: string;
  readonly role: TeamRole;
  readonly invitedBy: string;
  readonly expiresAt: Date;
}

const openInvitations = (db: AccountsDatabase, now: Date) =>
  db
    .selectFrom('invitation')
    .innerJoin('user', 'user.id', 'invitation.inviterId')
    .innerJoin('organization', 'organization.id', 'invitation.organizationId')
    .select([
      'invitation.id',
      'invitation.organizationId as organisation',
      'organization.name as organisationName',
      'invitation.email',
      'invitation.role',
      'user.name as invitedBy',
      'invitation.expiresAt',
    ])
    .where('invitation.status', '=', 'pending')
    .where('invitation.expiresAt', '>', now);

/** Returns the new invitation's id. */
export async function addInvitation(
  db: AccountsDatabase,
  {
    organisation,
    email,
    role,
    inviter,
    hash,
    expiresAt,
  }: { organisation: string; email: string; role: TeamRole; inviter: string; hash: string; expiresAt: Date },
): Promise<string> {
  const id = makeAccountId('invitation');
  await db
    .insertInto('invitation')
    .values({ id, organizationId: organisation, email, role, status: 'pending', expiresAt, inviterId: inviter, tokenHash: hash })
    .execute();
  return id;
}

/** Those that can still be used, the latest to expire first. */
export async function listInvitations(db: AccountsDatabase, organisation: string, now: Date): Promise<InvitationRow[]> {
  const rows = openInvitations(db, now).where('invitation.organizationId', '=', organisation).orderBy('invitation.expiresAt', 'desc');
  return (await rows.execute()) as InvitationRow[];
}

/** The open invitation whose token this is the hash of. */
export async function findInvitation(db: AccountsDatabase, hash: string, now: Date): Promise<InvitationRow | null> {
  const row = await openInvitations(db, now).where('invitation.tokenHash', '=', hash).executeTakeFirst();
  return row ? (row as InvitationRow) : null;
}

/** Whether it was still open: of two who use one link at the same moment, one gets false. */
export async function useInvitation(db: AccountsDatabase, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('invitation')
    .set({ status: 'accepted', tokenHash: null })
    .where('id', '=', id)
    .where('status', '=', 'pending')
    .where('expiresAt', '>', now)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Whether there was such an open invitation. */
export async function cancelInvitation(db: AccountsDatabase, organisation: string, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('invitation')
    .set({ status: 'canceled', tokenHash: null })
    .where('id', '=', id)
    .where('organizationId', '=', organisation)
    .where('status', '=', 'pending')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
