import type { MiddlewareHandler } from 'hono';
import { problem } from '../../model/problem.ts';
import { toProblemResponse } from '../problem-response.ts';
import type { OwnAddresses } from './own-addresses.ts';

interface Exceptions {
  readonly landings?: ReadonlySet<string>;
  readonly isOpen?: (method: string, path: string) => boolean;
}

/**
 * Refuses what no honest client of this server sends, before anything else looks at the request:
 * - a foreign Host: a page whose own domain name was made to point at 127.0.0.1 (DNS rebinding) is same-origin with us in the
 *   browser's eyes, and only the Host header still tells;
 * - a foreign or `null` Origin: another page, or a sandboxed frame, writing to us;
 * - Sec-Fetch-Site other than same-origin: `same-site` too, since every port of localhost is the same site. A person following
 *   a link to a page of ours is let through, because a page without data is all they get; so is one who comes to a landing, an
 *   address that other sites send people to on purpose.
 * What is open is for pages of every site; a foreign Host is refused there, too.
 */
export function guardRequest(own: OwnAddresses, { landings = new Set(), isOpen = () => false }: Exceptions = {}): MiddlewareHandler {
  return async (c, next) => {
    const host = c.req.header('host')?.toLowerCase() ?? '';
    if (!own.hosts.has(host) || !own.hosts.has(new URL(c.req.url).host))
      return refuse('This address is not one that Rounds answers to.', `Open ${[...own.origins][0] ?? 'the address that Rounds printed'}.`);

    if (isOpen(c.req.method, c.req.path)) return next();
    const origin = c.req.header('origin');
    if (origin !== undefined && !own.origins.has(origin)) return refuse('Only pages of Rounds itself may call this server.');

    const site = c.req.header('sec-fetch-site');
    const isOwnPage = site === undefined || site === 'same-origin' || site === 'none';
    const isPage = landings.has(c.req.path) || (c.req.path !== '/api' && !c.req.path.startsWith('/api/'));
    if (!isOwnPage && !(isPage && isLinkFollowed(c.req.method, c.req.header('sec-fetch-mode'), c.req.header('sec-fetch-dest')))) {
      return refuse('Only pages of Rounds itself may call this server.');
    }
    return next();

    function refuse(what: string, hint?: string): Response {
      return toProblemResponse(c, problem('not-allowed', what, { next: hint }));
    }
  };
}

function isLinkFollowed(method: string, mode: string | undefined, destination: string | undefined): boolean {
  return method === 'GET' && mode === 'navigate' && destination === 'document';
}
