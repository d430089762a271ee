import { Hono } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { explainFailure } from '../../app/team/explain-failure.ts';
import { problem } from '../../model/problem.ts';
import { guardRequest } from '../guards/guard-request.ts';
import { setSecurityHeaders } from '../guards/set-security-headers.ts';
import { toProblemResponse } from '../problem-response.ts';
import { refuseMethod } from '../refuse-method.ts';
import { tellBugs } from '../tell-bugs.ts';
import { serveWeb } from '../web/serve-web.ts';
import { OIDC_RETURN_PATH } from './auth/auth-routes.ts';
import { mountAuth } from './auth/mount-auth.ts';
import type { WithCaller } from './auth/require-person.ts';
import type { LineLog } from './log/create-line-log.ts';
import { logRequests } from './log/log-requests.ts';
import type { PublicAddresses } from './public-addresses.ts';
import { listTeamRoutes } from './routes/all-routes.ts';
import { UNSUBSCRIBE_PATH } from './routes/mail/routes.ts';
import { mountRoutes } from './routes/mount-routes.ts';
import { matchOpenRoutes } from './routes/open-routes.ts';
import type { TeamContext } from './team-context.ts';

export interface TeamHttpDeps {
  readonly context: TeamContext;
  readonly addresses: PublicAddresses;
  readonly trustedProxies: readonly string[];
  readonly webRoot: string;
  readonly log: LineLog;
}

/** All of the team server's HTTP: first who may speak at all, then accounts, then the route table, then the web app's files. */
export function createTeamHttpApp({ context, addresses, trustedProxies, webRoot, log }: TeamHttpDeps): Hono<WithCaller> {
  const http = new Hono<WithCaller>();
  http.onError(tellBugs(context.reportBug, explainFailure));
  const routes = listTeamRoutes(context);
  const guard = guardRequest(addresses, { landings: new Set([OIDC_RETURN_PATH, UNSUBSCRIBE_PATH]), isOpen: matchOpenRoutes(routes) });
  http.use('*', logRequests(log), setSecurityHeaders, guard);

  const api = new Hono<WithCaller>();
  mountAuth(api, { context, trustedProxies });
  mountRoutes(api, routes, context.auth.identify);
  http.use('/api/*', methodNotAllowed({ app: api, onMethodNotAllowed: refuseMethod }));
  http.route('/', api);
  http.all('/api/*', (c) => toProblemResponse(c, problem('not-found', 'There is no such thing here.')));
  http.route('/', serveWeb(webRoot));
  return http;
}
