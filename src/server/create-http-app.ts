import { Hono } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { problem } from '../model/problem.ts';
import { createEnterRoutes } from './auth/routes.ts';
import { requireToken } from './auth/require-token.ts';
import { createEventRoutes } from './events/routes.ts';
import { guardRequest } from './guards/guard-request.ts';
import { createOwnAddresses } from './guards/own-addresses.ts';
import { setSecurityHeaders } from './guards/set-security-headers.ts';
import { limitBody } from './limit-body.ts';
import { createIdentityRoutes, IDENTITY_PATH } from './listen/identity-routes.ts';
import { toProblemResponse } from './problem-response.ts';
import { refuseMethod } from './refuse-method.ts';
import { tellBugs } from './tell-bugs.ts';
import { createComparisonRoutes } from './routes/comparisons/routes.ts';
import { createDeconstructionRoutes } from './routes/deconstructions/routes.ts';
import { createDemoRoutes } from './routes/demo/routes.ts';
import { createDrillRoutes } from './routes/drills/routes.ts';
import { createGrowthRoutes } from './routes/growth/routes.ts';
import { createPortfolioRoutes } from './routes/portfolio/routes.ts';
import { createImportRoutes } from './routes/import/routes.ts';
import { createLessonPlaceRoutes } from './routes/lessons/routes.ts';
import { createMachineRoutes } from './routes/machine/routes.ts';
import { createMomentRoutes } from './routes/moments/routes.ts';
import { createProveRoutes } from './routes/prove/routes.ts';
import { createRecallRoutes } from './routes/recall/routes.ts';
import { createRoundRoutes } from './routes/rounds/routes.ts';
import { createSearchRoutes } from './routes/search/routes.ts';
import { createSessionRoutes } from './routes/sessions/routes.ts';
import { createOwnTeamRoutes } from './routes/team/own-routes.ts';
import { createTeamPassThrough } from './routes/team/pass-through.ts';
import { createWhereRoutes } from './routes/team/where.ts';
import { createShareRoutes } from './routes/shared/moment-routes.ts';
import { createSharedRoutes } from './routes/shared/routes.ts';
import { createTodayRoutes } from './routes/today/routes.ts';
import { createTutorRoutes } from './routes/tutor/routes.ts';
import type { ServerContext } from './server-context.ts';
import { serveWeb } from './web/serve-web.ts';

/** The longest judgement, every character of it escaped, fits with room to spare. */
const MAX_BODY_BYTES = 128 * 1024;

export interface HttpAppDeps {
  readonly context: ServerContext;
  readonly token: string;
  readonly port: number;
  readonly webRoot: string;
  /** Ends the streams that would otherwise keep the server from closing. */
  readonly stopping: AbortSignal;
}

/** All of HTTP: first who may speak at all, then the API for who shows the token, then the web app's files. */
export function createHttpApp({ context, token, port, webRoot, stopping }: HttpAppDeps) {
  const http = new Hono();
  http.onError(tellBugs(context.reportBug));
  http.use('*', setSecurityHeaders, guardRequest(createOwnAddresses(port)));
  http.route('/enter', createEnterRoutes({ token, port }));
  http.route(IDENTITY_PATH, createIdentityRoutes({ token, port }));
  http.use('/api/*', requireToken({ token, port }));
  http.route('/api/team', createOwnTeamRoutes(context));
  http.route('/api/team', createTeamPassThrough(context, stopping));
  http.use('/api/*', limitBody(MAX_BODY_BYTES));
  const api = createApi(context, stopping);
  http.use('/api/*', methodNotAllowed({ app: api, onMethodNotAllowed: refuseMethod }));
  http.route('/', api);
  http.all('/api/*', (c) => toProblemResponse(c, problem('not-found', 'There is no such thing here.')));
  http.route('/', serveWeb(webRoot));
  return http;
}

function createApi(context: ServerContext, stopping: AbortSignal) {
  return new Hono()
    .basePath('/api')
    .route('/today', createTodayRoutes(context))
    .route('/sessions', createSessionRoutes(context))
    .route('/search', createSearchRoutes(context))
    .route('/moments', createMomentRoutes(context))
    .route('/moments', createShareRoutes(context))
    .route('/shared', createSharedRoutes(context))
    .route('/rounds', createRoundRoutes(context))
    .route('/growth', createGrowthRoutes(context))
    .route('/portfolio', createPortfolioRoutes(context))
    .route('/recall', createRecallRoutes(context))
    .route('/where', createWhereRoutes(context))
    .route('/prove', createProveRoutes(context, stopping))
    .route('/comparisons', createComparisonRoutes(context, stopping))
    .route('/deconstructions', createDeconstructionRoutes(context, stopping))
    .route('/drills', createDrillRoutes(context, stopping))
    .route('/lessons', createLessonPlaceRoutes(context))
    .route('/machine', createMachineRoutes(context))
    .route('/tutor', createTutorRoutes(context))
    .route('/import', createImportRoutes(context))
    .route('/demo', createDemoRoutes(context))
    .route('/events', createEventRoutes(context.feed, stopping));
}

/** For a typed client of the API (`hc<Api>('/')`). */
export type Api = ReturnType<typeof createApi>;
