import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { Client, Submittable } from 'pg';

/** What pg's connection has for COPY, and its types leave out. */
interface CopyConnection {
  readonly stream: Writable;
  readonly query: (sql: string) => void;
  readonly sendCopyFromChunk: (chunk: Uint8Array) => void;
  readonly endCopyFrom: () => void;
  readonly sendCopyFail: (why: string) => void;
}

/** A query in pg's own queue. PostgreSQL's rows of a COPY come and go as bytes, which pg offers nothing for. */
interface CopyQuery extends Submittable {
  readonly handleError: (error: Error) => void;
  readonly handleCommandComplete: (message: { readonly text: string }) => void;
  readonly handleReadyForQuery: () => void;
}

/** Runs `copy … to stdout` and gives its bytes away as they come. Returns how many rows there were. */
export function copyOut(client: Client, sql: string, take: (bytes: Uint8Array) => void): Promise<number> {
  return run(client, sql, { handleCopyData: ({ chunk }: { chunk: Uint8Array }) => take(chunk) });
}

/** Runs `copy … from stdin` with these bytes. Returns how many rows there were. An error in `pieces` undoes the copy. */
export function copyIn(client: Client, sql: string, pieces: Iterable<Uint8Array>): Promise<number> {
  return run(client, sql, { handleCopyInResponse: (connection: CopyConnection) => void send(connection, pieces) });
}

async function send(connection: CopyConnection, pieces: Iterable<Uint8Array>): Promise<void> {
  try {
    for (const piece of pieces) {
      connection.sendCopyFromChunk(piece);
      // Else all of it would wait in our memory.
      if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain');
    }
    connection.endCopyFrom();
  } catch (error) {
    connection.sendCopyFail(error instanceof Error ? error.message : String(error));
  }
}

function run(client: Client, sql: string, handlers: object): Promise<number> {
  return new Promise((resolve, reject) => {
    let rows = 0;
    const query: CopyQuery = {
      submit: (connection) => (connection as unknown as CopyConnection).query(sql),
      handleError: reject,
      handleCommandComplete: ({ text }) => void (rows = Number(text.split(' ').at(-1))),
      handleReadyForQuery: () => resolve(rows),
    };
    client.query(Object.assign(query, handlers));
  });
}
