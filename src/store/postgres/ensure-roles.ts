import { escapeIdentifier, escapeLiteral, type Client } from 'pg';

/** Whoever owns the schemas and migrates them in the embedded server; elsewhere the owner is whom DATABASE_URL names. */
export const OWNER = 'rounds_owner';
export const DATABASE = 'rounds';
/** Roles the program works as. Neither owns anything, so neither can lift row-level security. */
const LOGINS = { app: 'rounds_app', auth: 'rounds_auth' } as const;

// Of this program alone: roles belong to the whole server, and two that set one's password at once fail.
const ROLES_LOCK = 7_276_834_011;

/** As the embedded server's superuser: its owner, who is none, and the owner's database. */
export async function ensureOwner(superuser: Client, password: string, database = DATABASE): Promise<void> {
  await ensureRole(superuser, OWNER, password, 'createrole');
  const { rowCount } = await superuser.query('select from pg_database where datname = $1', [database]);
  if (rowCount === 0) await superuser.query(`create database ${escapeIdentifier(database)} owner ${OWNER}`);
}

/** As the owner: the two roles that the program works as, with these passwords. */
export async function ensureLogins(owner: Client, passwords: { readonly app: string; readonly auth: string }): Promise<void> {
  await owner.query('select pg_advisory_lock($1)', [ROLES_LOCK]);
  try {
    for (const key of ['app', 'auth'] as const) await ensureRole(owner, LOGINS[key], passwords[key], 'nocreaterole');
  } finally {
    await owner.query('select pg_advisory_unlock($1)', [ROLES_LOCK]);
  }
}

async function ensureRole(client: Client, name: string, password: string, rights: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name]);
  // An owner that may make roles need not have what it would take to say more of them later.
  const said = rowCount === 0 ? `create role ${name} login ${rights}` : `alter role ${name} login`;
  await client.query(`${said} password ${escapeLiteral(password)}`);
}
