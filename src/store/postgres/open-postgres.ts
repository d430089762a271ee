import type { Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import { openEmbedded, type EmbeddedRequest } from './open-embedded.ts';
import { openGiven } from './open-given.ts';
import type { OpenedPostgres } from './opened-postgres.ts';

export interface PostgresRequest extends EmbeddedRequest {
  /** Folder of the keys, for passwords on a server of one's own. */
  readonly keys: string;
  /** DATABASE_URL: the owner's connection to a server of one's own. */
  readonly databaseUrl?: string;
}

/** The database that a team shares: on the server of `databaseUrl`, else on the one that comes with Rounds. */
export const openPostgres = ({ databaseUrl, keys, ...embedded }: PostgresRequest): Promise<Result<OpenedPostgres, Problem>> =>
  databaseUrl ? openGiven({ databaseUrl, keys }) : openEmbedded(embedded);
