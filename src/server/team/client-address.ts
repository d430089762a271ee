import type { Context } from 'hono';
import { getConnInfo } from '@hono/node-server/conninfo';

/** Set by us alone on the way to the accounts, which count attempts by it. */
export const CLIENT_ADDRESS_HEADER = 'x-rounds-client';

/**
 * Where a request comes from: the address of the connection, after what proxies said before it. Only where there are proxies is
 * anything of what a request says about itself taken along: the accounts read it from the right, up to the first that is no proxy.
 */
export function tellClientAddress(c: Context, trustedProxies: readonly string[]): string {
  const direct = getConnInfo(c).remote.address ?? '';
  const forwarded = trustedProxies.length > 0 ? c.req.header('x-forwarded-for') : undefined;
  return forwarded === undefined ? direct : `${forwarded}, ${direct}`;
}
