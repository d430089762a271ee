import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { ensureLogins } from './ensure-roles.ts';
import type { Connection, OpenedPostgres } from './opened-postgres.ts';
import { keepPasswords } from './server-passwords.ts';
import { withClient } from './with-client.ts';

// The oldest release that the contract tests run on.
const OLDEST = 15;
const PATIENCE_MS = 10_000;
// https://www.postgresql.org/docs/18/errcodes-appendix.html
const [INVALID_PASSWORD, INVALID_AUTHORIZATION, NO_SUCH_DATABASE, NO_RIGHT] = ['28P01', '28000', '3D000', '42501'];

export interface GivenRequest {
  /** Connects as the owner of the database. */
  readonly databaseUrl: string;
  /** Folder of the keys: the passwords of the two roles made here are kept there, so all that serve one database share it. */
  readonly keys: string;
}

/** A server that somebody else runs: nothing is started; the roles that Rounds works as are made there. */
export async function openGiven({ databaseUrl, keys }: GivenRequest): Promise<Result<OpenedPostgres, Problem>> {
  if (!/^postgres(ql)?:\/\//.test(databaseUrl))
    return failed(
      problem('wrong-usage', 'DATABASE_URL is no address of a PostgreSQL database.', { next: 'It looks like postgres://user:password@host:5432/database.' }),
    );
  const passwords = keepPasswords(keys);
  const owner: Connection = { connectionString: databaseUrl, connectionTimeoutMillis: PATIENCE_MS };
  try {
    const version = await withClient(owner, async (client) => {
      const { rows } = await client.query<{ version: number }>("select current_setting('server_version_num')::int as version");
      const major = Math.floor((rows[0]?.version ?? 0) / 10_000);
      if (major >= OLDEST) await ensureLogins(client, passwords);
      return major;
    });
    if (version < OLDEST)
      return failed(problem('wrong-usage', `DATABASE_URL leads to PostgreSQL ${version}; Rounds needs ${OLDEST} or newer.`, { next: 'Update that server.' }));
  } catch (error) {
    const found = toProblem(error);
    if (!found) throw error;
    return failed(found);
  }
  const as = (user: string, password: string): Connection => ({ ...owner, connectionString: withUser(databaseUrl, user, password) });
  return ok({ owner, app: as('rounds_app', passwords.app), auth: as('rounds_auth', passwords.auth), dataFolder: null, close: async () => undefined });
}

/** The same address for another user. Parts that say who connects stand before the host, or among the options. */
export function withUser(databaseUrl: string, user: string, password: string): string {
  const [address = '', ...options] = databaseUrl.split('?');
  const kept = options
    .join('?')
    .split('&')
    .filter((option) => option !== '' && !/^(user|password)=/.test(option));
  const base = address.replace(/^(postgres(?:ql)?:\/\/)(?:[^@/]*@)?/, (_, scheme: string) => `${scheme}${user}:${encodeURIComponent(password)}@`);
  return kept.length > 0 ? `${base}?${kept.join('&')}` : base;
}

/** Never with the address itself: it holds a password. */
function toProblem(error: unknown): Problem | null {
  const { code, message, syscall } = error as { code?: string; message: string; syscall?: string };
  if (code === INVALID_PASSWORD || code === INVALID_AUTHORIZATION || code === NO_SUCH_DATABASE)
    return problem('cannot-reach', 'The PostgreSQL server of DATABASE_URL does not let us in.', { why: message, next: 'Check user, password and database.' });
  if (code === NO_RIGHT)
    return problem('not-allowed', 'The user of DATABASE_URL may not make the roles that Rounds works as.', {
      why: message,
      next: 'Give that user the right to make roles: alter role … createrole.',
    });
  if (syscall !== undefined || /timeout|terminated|SSL/i.test(message))
    return problem('cannot-reach', 'The PostgreSQL server of DATABASE_URL cannot be reached.', {
      why: message,
      next: 'Check that it runs and that host and port are right.',
    });
  return null;
}
