import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { describeProblem, problem } from '../../model/problem.ts';

/** Names of built files hold a hash of their content; index.html and the few others do not. */
const HASHED = 'public, max-age=31536000, immutable';

/** The built web app: files as they are, and index.html for every path that is a screen of the app. */
export function serveWeb(root: string) {
  const index = join(root, 'index.html');
  if (!existsSync(index)) {
    const unbuilt = describeProblem(problem('cannot-reach', 'The web app is not built.', { next: 'Run "npm run build", then load this page again.' }));
    return new Hono().get('*', (c) => c.text(unbuilt, 503));
  }
  return new Hono()
    .use('*', async (c, next) => {
      await next();
      c.header('cache-control', c.res.ok && c.req.path.startsWith('/assets/') ? HASHED : 'no-cache');
    })
    .get('*', serveStatic({ root, precompressed: true, index: 'index.html' }))
    .get('*', async (c, next) => (isScreen(c.req.path) ? next() : c.text('There is no such file.', 404)))
    .get('*', serveStatic({ path: index, precompressed: true }));
}

/** Screens have plain words and ids in their paths. Anything else is a missing file, and a page in its place would hide that. */
function isScreen(path: string): boolean {
  return /^\/[\w/-]*$/.test(path) && !path.startsWith('/assets/');
}
