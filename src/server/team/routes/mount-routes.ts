import type { Hono, MiddlewareHandler } from 'hono';
import type { Caller } from '../../../app/team/caller.ts';
import { limitBody } from '../../limit-body.ts';
import { validate } from '../../validate.ts';
import { requirePerson, type Identify, type WithCaller } from '../auth/require-person.ts';
import type { TeamRoute } from './define-route.ts';
import { openToAll } from './open-routes.ts';

/** The longest judgement, every character of it escaped, fits with room to spare. */
const USUAL_MAX_BODY_BYTES = 128 * 1024;

/** Puts every route of the table behind its checks, in this order: who asks, how much is sent, whether it fits. */
export function mountRoutes(http: Hono<WithCaller>, routes: readonly TeamRoute[], identify: Identify): void {
  for (const route of routes) {
    const { method, path, may, open = false, maxBodyBytes = USUAL_MAX_BODY_BYTES, json, query, param } = route;
    const checks: MiddlewareHandler[] = [open ? openToAll : requirePerson(identify, may), limitBody(maxBodyBytes)];
    if (param) checks.push(validate('param', param));
    if (query) checks.push(validate('query', query));
    if (json) checks.push(validate('json', json));
    http.on(method, [path], ...checks, (c) => {
      const read = (target: 'json' | 'query' | 'param'): undefined => (c.req as unknown as { valid: (of: string) => undefined }).valid(target);
      // Where nobody need be signed in the handler's type allows null; everywhere else requirePerson has seen to it.
      return route.handle({ c, caller: c.get('caller') as Caller, json: read('json'), query: read('query'), param: read('param') });
    });
  }
}
