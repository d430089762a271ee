import { createHash } from 'node:crypto';
import { Pool, type PoolClient, type PoolConfig } from 'pg';

/**
 * Connections that may break at any moment without ending the process: idle ones are replaced at the next use, and one that is
 * in use fails the query it is asked for, whose caller tells.
 */
export function createPool(config: PoolConfig): Pool {
  const pool = new Pool(config);
  pool.on('error', () => {});
  pool.on('connect', (client) => {
    // In use but between two queries a connection has nobody else to tell.
    client.on('error', () => {});
    prepareQueries(client);
  });
  return pool;
}

/**
 * Every query with values is prepared once a connection: with row-level security planning one costs several times running it
 * (measured: a seal took 4.7 ms of the database's time before).
 */
function prepareQueries(client: PoolClient): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  const prepared = (text: unknown, values: unknown, ...rest: unknown[]): unknown =>
    typeof text === 'string' && Array.isArray(values) && values.length > 0
      ? query({ name: toName(text), text, values }, ...rest)
      : query(text, values, ...rest);
  client.query = prepared as PoolClient['query'];
}

const nameByText = new Map<string, string>();

/** Within the 63 bytes that PostgreSQL keeps of a name. */
function toName(text: string): string {
  let name = nameByText.get(text);
  if (name === undefined) nameByText.set(text, (name = createHash('sha256').update(text).digest('hex').slice(0, 40)));
  return name;
}
