import type { Server } from 'node:http';

const CLOSE_WITHIN_MS = 2_000;

/** Lets requests that are under way end, and does not wait for browsers that merely keep a connection. */
export function closeSoon(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const idle = setInterval(() => server.closeIdleConnections(), 20);
    const all = setTimeout(() => server.closeAllConnections(), CLOSE_WITHIN_MS);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(all);
      resolve();
    });
  });
}
