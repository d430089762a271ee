import { createServer, type RequestListener } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { keepAccountsTidy } from '../../app/team/accounts/keep-accounts-tidy.ts';
import { offerSetUp } from '../../app/team/accounts/make-set-up-link.ts';
import { keepDelivering, MAIL_EVERY_MS } from '../../app/team/mail/keep-delivering.ts';
import { openTeamApp, type OpenedTeamApp, type TeamAppInput } from '../../app/team/open-team-app.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { closeSoon } from '../listen/close-soon.ts';
import { listenOn } from '../listen/listen-on.ts';
import { createAuth } from './auth/create-auth.ts';
import type { OidcSettings } from './auth/read-oidc-settings.ts';
import { createTeamHttpApp } from './create-team-http-app.ts';
import type { LineLog } from './log/create-line-log.ts';
import { toPublicAddresses, type PublicAddresses } from './public-addresses.ts';

// What a client that is stuck, or wants to hold us up, can hold. A shared tree of code over a slow line fits.
const HEADERS_WITHIN_MS = 10_000;
const REQUEST_WITHIN_MS = 120_000;
const IDLE_MS = 65_000;
const RECHECK_STREAMS_MS = 60_000;

export interface TeamServerOptions {
  readonly database: TeamAppInput['database'];
  readonly host: string;
  /** 0 for any. */
  readonly port: number;
  /** Where people reach it; without them at this machine's own names and the port listened on. */
  readonly addresses: PublicAddresses | null;
  readonly keys: TeamAppInput['keys'];
  readonly oidc: OidcSettings | null;
  readonly mail: TeamAppInput['mail'];
  readonly trustedProxies: readonly string[];
  readonly webRoot: string;
  readonly log: LineLog;
  readonly clock: () => Date;
  readonly reportBug: (error: unknown) => void;
  /** How long a stream that is open may outlive its sign-in. */
  readonly recheckStreamsMs?: number;
  /** How often to look for letters that wait to be sent. */
  readonly mailEveryMs?: typeof MAIL_EVERY_MS;
}

export interface RunningTeamServer {
  readonly url: string;
  readonly port: number;
  /** Sets up the first organisation; null where there is one. */
  readonly setUpLink: string | null;
  readonly app: OpenedTeamApp['app'];
  readonly close: () => Promise<void>;
}

/** Serves a team until it is closed. Refuses with `cannot-reach` where the port is taken, `storage` where the database is of a newer Rounds. */
export async function startTeamServer(options: TeamServerOptions): Promise<Result<RunningTeamServer, Problem>> {
  const { host, log, reportBug, oidc, recheckStreamsMs = RECHECK_STREAMS_MS, mailEveryMs = MAIL_EVERY_MS } = options;
  const server = createServer({ headersTimeout: HEADERS_WITHIN_MS, requestTimeout: REQUEST_WITHIN_MS, keepAliveTimeout: IDLE_MS });
  const listening = await listenOn(server, { host, port: options.port });
  if (!('port' in listening)) return failed(cannotListen(host, options.port, listening.code));
  const { port } = listening;
  server.on('request', answerNotYet);

  const addresses = options.addresses ?? toPublicAddresses([`http://127.0.0.1:${port}`, `http://localhost:${port}`]);
  const opened = await openTeamApp({ ...options, publicUrl: addresses.main, oidcIssuer: oidc?.issuer ?? null });
  if (!opened.ok) {
    await closeSoon(server);
    return opened;
  }
  const { app, secret } = opened.value;
  const stopping = new AbortController();
  const auth = createAuth({ ...options, app, addresses, secret });
  const context = { app, auth, oidcName: oidc?.name ?? null, stopping: stopping.signal, recheckStreamsMs, reportBug };
  const http = createTeamHttpApp({ ...options, context, addresses });
  const setUpLink = await offerSetUp(app);
  const stopTidying = keepAccountsTidy(app, reportBug);
  const stopDelivering = keepDelivering(app, { everyMs: mailEveryMs, tell: log.tell, reportBug });
  server.off('request', answerNotYet);
  server.on('request', getRequestListener(http.fetch));
  log.tell('listening', { port });
  return ok({
    url: addresses.main,
    port,
    setUpLink,
    app,
    close: async () => {
      stopping.abort();
      stopTidying();
      await closeSoon(server);
      await stopDelivering();
      await opened.value.close();
      log.tell('stopped');
    },
  });
}

/** To whoever comes while the database is still being brought up to date: come again. */
const answerNotYet: RequestListener = (_request, response) => void response.writeHead(503, { 'retry-after': '2' }).end();

function cannotListen(host: string, port: number, code: string): Problem {
  return problem('cannot-reach', `Rounds cannot listen on ${host}, port ${port}.`, {
    why:
      code === 'EADDRINUSE' ? 'Another program does.' : code === 'EACCES' ? 'This port needs more rights than this program has.' : `The system says ${code}.`,
    next: 'Choose another with --port.',
  });
}
