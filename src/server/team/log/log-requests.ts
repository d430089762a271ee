import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { LineLog } from './create-line-log.ts';

/**
 * One line a request: the route, never the address as it was asked for, so that no id, query or token reaches the log. Neither
 * does who asked, nor how many bytes: together with the time that would tell how somebody answered a round.
 */
export function logRequests(log: LineLog): MiddlewareHandler {
  return async (c, next) => {
    const started = performance.now();
    await next();
    log.tell('request', { method: c.req.method, route: routePath(c), status: c.res.status, ms: Math.round(performance.now() - started) });
  };
}
