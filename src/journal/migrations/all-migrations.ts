import { sql as journal } from './0001-journal.ts';

/** In order; the database's user_version counts how many it has had. A released one is never changed. */
export const ALL_MIGRATIONS: readonly string[] = [journal];
