import { Client, type ClientConfig } from 'pg';

// https://www.postgresql.org/docs/18/errcodes-appendix.html
const CANNOT_CONNECT_NOW = '57P03';
const TOO_MANY_CONNECTIONS = '53300';
const NOBODY_LISTENS = new Set(['ENOENT', 'ECONNREFUSED', 'ENOTSOCK', 'EACCES']);

/** `busy`: it is there and will answer: it starts, recovers, or serves as many as it can. */
export type ServerAnswer = 'ready' | 'busy' | 'absent';

/** Whether a server listens and takes this connection. What else went wrong is thrown. */
export async function askServer(connection: ClientConfig): Promise<ServerAnswer> {
  const client = new Client(connection);
  // What happens to it after its answer is of no interest.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return 'ready';
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === CANNOT_CONNECT_NOW || code === TOO_MANY_CONNECTIONS) return 'busy';
    // A server that ends while it is asked closes without a word.
    if (code === undefined || code === 'ECONNRESET' || code === 'EPIPE' || NOBODY_LISTENS.has(code)) return 'absent';
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}
