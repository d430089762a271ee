import { Client } from 'pg';
import type { Connection } from './opened-postgres.ts';

/** One connection for one piece of work, ended whatever comes of it. */
export async function withClient<T>(connection: Connection, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(connection);
  // The query that is under way fails with the same error.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
