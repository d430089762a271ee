import type { Generated, Kysely } from 'kysely';

/** The tables of schema `auth` that we write ourselves; the names are better-auth's. The rest of them only it touches. */
export interface AuthTables {
  user: { id: string; name: string; email: string; emailVerified: boolean; image: string | null; createdAt: Generated<Date>; updatedAt: Generated<Date> };
  account: { id: string; accountId: string; providerId: string; userId: string; password: string | null; createdAt: Generated<Date>; updatedAt: Date };
  session: { id: string; userId: string; expiresAt: Date; token: string };
  verification: { id: string; expiresAt: Date };
  deviceCode: { id: string; expiresAt: Date };
  organization: { id: string; name: string; slug: string; createdAt: Date; oidcIssuer: string | null };
  member: { id: string; organizationId: string; userId: string; role: string; createdAt: Date };
  invitation: {
    id: string;
    organizationId: string;
    email: string;
    role: string | null;
    status: string;
    expiresAt: Date;
    createdAt: Generated<Date>;
    inviterId: string;
    tokenHash: string | null;
  };
  personal_token: { id: string; person: string; name: string; hash: string; created_at: Date; last_used_on: string | null };
  set_up_link: { hash: string; expires_at: Date; is_first: boolean };
  outbox: {
    id: string;
    kind: string;
    person: string | null;
    reason: string | null;
    body: Buffer | null;
    state: string;
    attempts: Generated<number>;
    next_at: Date;
    until: Date;
    failure: string | null;
    created_at: Date;
    ended_at: Date | null;
  };
  mail_preference: { person: string; weekly: boolean; weekday: number; zone: string; updated_at: Date };
  calendar_link: { person: string; hash: string; created_at: Date; last_used_on: string | null };
}

/** Connected as rounds_auth, which alone has rights on these tables; `rounds.*` it cannot see. */
export type AccountsDatabase = Kysely<AuthTables>;
