import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { App } from '../app/app.ts';
import { problem, type Problem } from '../model/problem.ts';
import { failed, ok, type Result } from '../model/result.ts';
import { loadSessionToken } from './auth/load-session-token.ts';
import { createHttpApp } from './create-http-app.ts';
import { createChangeFeed } from './events/change-feed.ts';
import { followImports } from './events/follow-imports.ts';
import { closeSoon } from './listen/close-soon.ts';
import { isSameRounds } from './listen/is-same-rounds.ts';
import { listenOn } from './listen/listen-on.ts';

export const DEFAULT_PORT = 4777;
const PORTS_TO_TRY = 20;
const LOOPBACK_HOSTS = new Set(['127.0.0.1', '::1', 'localhost']);

// A person's browser on the same machine needs a fraction of these; they bound what a stuck or hostile client can hold.
const HEADERS_WITHIN_MS = 10_000;
const REQUEST_WITHIN_MS = 30_000;
const IDLE_MS = 5_000;

export interface ServerOptions {
  readonly app: App;
  /** Exactly this port; without it 4777 or the next free one. */
  readonly port?: number;
  /** A loopback address: nothing else is listened on. */
  readonly host?: string;
  /** Folder of the built web app. */
  readonly webRoot: string;
  readonly reportBug: (error: unknown) => void;
}

export interface RunningServer {
  /** Lets whoever opens it in: it carries the token. */
  readonly url: string;
  /** The same without the token. */
  readonly origin: string;
  /** Another Rounds of this home was already serving: this process serves nothing, and `close` leaves the other running. */
  readonly reused: boolean;
  readonly close: () => Promise<void>;
}

/** Serves the app on loopback. Refuses with `wrong-usage` (host), `cannot-reach` (no port), `storage` (no place for the token). */
export async function startServer(options: ServerOptions): Promise<Result<RunningServer, Problem>> {
  const { app, host = '127.0.0.1' } = options;
  if (!LOOPBACK_HOSTS.has(host)) {
    return failed(
      problem('wrong-usage', `Rounds does not listen on ${host}.`, {
        why: 'Sessions stay on this machine, so only loopback addresses are possible.',
        next: 'Leave the host out, or use 127.0.0.1.',
      }),
    );
  }
  const token = loadSessionToken(app.journal.home);
  if (!token.ok) return token;

  const server = createServer({ headersTimeout: HEADERS_WITHIN_MS, requestTimeout: REQUEST_WITHIN_MS, keepAliveTimeout: IDLE_MS });
  const found = await findPort(server, { host, token: token.value, only: options.port });
  if (!found.ok) return found;
  const { port, reused } = found.value;
  const origin = `http://${host === '::1' ? '[::1]' : host}:${port}`;
  const running = { url: `${origin}/enter?token=${token.value}`, origin, reused };
  if (reused) return ok({ ...running, close: async () => {} });
  return ok({ ...running, close: serve(server, { ...options, token: token.value, port }) });
}

/** Answers requests from now on. Returns how to stop. */
function serve(server: Server, { app, webRoot, reportBug, token, port }: ServerOptions & { token: string; port: number }): () => Promise<void> {
  const feed = createChangeFeed();
  const stopFollowing = followImports(app, feed);
  const stopping = new AbortController();
  const http = createHttpApp({ context: { app, feed, reportBug }, token, port, webRoot, stopping: stopping.signal });
  server.on('request', getRequestListener(http.fetch));
  return async () => {
    stopFollowing();
    stopping.abort();
    await closeSoon(server);
  };
}

async function findPort(
  server: Server,
  { host, token, only }: { host: string; token: string; only: number | undefined },
): Promise<Result<{ port: number; reused: boolean }, Problem>> {
  const ports = only === undefined ? Array.from({ length: PORTS_TO_TRY }, (_, index) => DEFAULT_PORT + index) : [only];
  for (const port of ports) {
    const listening = await listenOn(server, { host, port });
    if ('port' in listening) return ok({ port: listening.port, reused: false });
    if (listening.code !== 'EADDRINUSE') return failed(cannotListen(host, port, listening.code));
    if (await isSameRounds({ host, port, token })) return ok({ port, reused: true });
  }
  return failed(
    only === undefined
      ? problem('cannot-reach', `Ports ${DEFAULT_PORT} to ${DEFAULT_PORT + PORTS_TO_TRY - 1} are all taken by other programs.`, {
          next: 'Choose one with --port.',
        })
      : problem('cannot-reach', `Port ${only} is taken by another program.`, { next: 'Choose another with --port, or leave it out.' }),
  );
}

function cannotListen(host: string, port: number, code: string): Problem {
  return problem('cannot-reach', `Rounds cannot listen on ${host}, port ${port}.`, {
    why: code === 'EACCES' ? 'This port needs more rights than this program has.' : `The system says ${code}.`,
    next: 'Choose another with --port.',
  });
}
