import { Pool, type PoolConfig } from 'pg';

/**
 * Connections that may break at any moment without ending the process: idle ones are replaced at the next use, and one that is
 * in use fails the query it is asked for, whose caller tells.
 */
export function createPool(config: PoolConfig): Pool {
  const pool = new Pool(config);
  pool.on('error', () => {});
  // In use but between two queries a connection has nobody else to tell.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}
