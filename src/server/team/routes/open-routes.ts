import type { MiddlewareHandler } from 'hono';
import type { TeamRoute } from './define-route.ts';
import type { WithCaller } from '../auth/require-person.ts';

/** Whether a request is for one of the routes that are open to pages of every site; only reading is. */
export function matchOpenRoutes(routes: readonly TeamRoute[]): (method: string, path: string) => boolean {
  const patterns = routes
    .filter(({ method, open }) => method === 'GET' && open === true)
    .map(({ path }) => new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`));
  return (method, path) => method === 'GET' && patterns.some((pattern) => pattern.test(path));
}

/** Answers everybody alike: who asks is not looked at, so that no page learns anything through somebody else's browser. */
export const openToAll: MiddlewareHandler<WithCaller> = async (c, next) => {
  c.set('caller', null);
  c.header('access-control-allow-origin', '*');
  return next();
};
