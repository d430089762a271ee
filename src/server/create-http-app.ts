import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { problem } from '../model/problem.ts';
import { createEnterRoutes } from './auth/routes.ts';
import { requireToken } from './auth/require-token.ts';
import { createEventRoutes } from './events/routes.ts';
import { guardRequest } from './guards/guard-request.ts';
import { createOwnAddresses } from './guards/own-addresses.ts';
import { setSecurityHeaders } from './guards/set-security-headers.ts';
import { createIdentityRoutes, IDENTITY_PATH } from './listen/identity-routes.ts';
import { toProblemResponse } from './problem-response.ts';
import { createDemoRoutes } from './routes/demo/routes.ts';
import { createImportRoutes } from './routes/import/routes.ts';
import { createMachineRoutes } from './routes/machine/routes.ts';
import { createMomentRoutes } from './routes/moments/routes.ts';
import { createRoundRoutes } from './routes/rounds/routes.ts';
import { createSearchRoutes } from './routes/search/routes.ts';
import { createSessionRoutes } from './routes/sessions/routes.ts';
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
  http.onError((error, c) => {
    if (error instanceof HTTPException && error.status === 400) return toProblemResponse(c, problem('bad-input', `${error.message}.`));
    context.reportBug(error);
    return toProblemResponse(
      c,
      problem('storage', 'Rounds made a mistake.', { why: 'This is a bug; nothing was changed by it.', next: 'The terminal that runs Rounds shows where.' }),
      500,
    );
  });
  http.use('*', setSecurityHeaders, guardRequest(createOwnAddresses(port)));
  http.route('/enter', createEnterRoutes({ token, port }));
  http.route(IDENTITY_PATH, createIdentityRoutes({ token, port }));
  http.use('/api/*', requireToken({ token, port }));
  http.use(
    '/api/*',
    bodyLimit({
      maxSize: MAX_BODY_BYTES,
      onError: (c) => toProblemResponse(c, problem('bad-input', 'The request is too large.', { why: `At most ${MAX_BODY_BYTES / 1024} KB.` }), 413),
    }),
  );
  const api = createApi(context, stopping);
  http.use('/api/*', methodNotAllowed({ app: api, onMethodNotAllowed: refuseMethod }));
  http.route('/', api);
  http.all('/api/*', (c) => toProblemResponse(c, problem('not-found', 'There is no such thing here.')));
  http.route('/', serveWeb(webRoot));
  return http;
}

function refuseMethod(c: Context, methods: readonly string[]): Response {
  c.header('allow', methods.join(', '));
  return toProblemResponse(c, problem('wrong-usage', `${c.req.method} is not possible here.`, { next: `Possible: ${methods.join(', ')}.` }), 405);
}

function createApi(context: ServerContext, stopping: AbortSignal) {
  return new Hono()
    .basePath('/api')
    .route('/today', createTodayRoutes(context))
    .route('/sessions', createSessionRoutes(context))
    .route('/search', createSearchRoutes(context))
    .route('/moments', createMomentRoutes(context))
    .route('/rounds', createRoundRoutes(context))
    .route('/machine', createMachineRoutes(context))
    .route('/tutor', createTutorRoutes(context))
    .route('/import', createImportRoutes(context))
    .route('/demo', createDemoRoutes(context))
    .route('/events', createEventRoutes(context.feed, stopping));
}

/** For a typed client of the API (`hc<Api>('/')`). */
export type Api = ReturnType<typeof createApi>;
