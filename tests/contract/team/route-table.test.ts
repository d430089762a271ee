/** Every route of the team server, from its own table: nobody comes by one that is not for them, and one that is new is in here by itself. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isAtLeast, TEAM_ROLES, type TeamRole } from '../../../src/model/team-role.ts';
import { AUTH_ROUTES } from '../../../src/server/team/auth/auth-routes.ts';
import { listTeamRoutes } from '../../../src/server/team/routes/all-routes.ts';
import type { TeamContext } from '../../../src/server/team/team-context.ts';
import { describeWithStore } from '../../../src/store/testing/start-test-store.ts';
import { sendTo } from '../server/start-test-server.ts';
import type { Browser } from './create-browser.ts';
import { startTestTeam, type TestTeam } from './start-test-team.ts';

const filled = (path: string): string => path.replaceAll(/:\w+/g, 'x_0123456789abcdef');

describeWithStore('the route table', () => {
  let team: TestTeam;
  const browserByRole = new Map<TeamRole, Browser>();
  // Handlers are not called here, so that their table needs no more than a name for what they are given.
  const routes = listTeamRoutes({} as TeamContext);

  beforeAll(async () => {
    team = await startTestTeam();
    const owner = await team.foundOrganisation('acme');
    browserByRole.set('owner', owner);
    browserByRole.set('lead', await team.join(owner, 'lead@acme.example', 'lead'));
    browserByRole.set('member', await team.join(owner, 'member@acme.example'));
  });
  afterAll(() => team.stop());

  const send = (method: string, path: string, headers: Readonly<Record<string, string>>) =>
    sendTo(team.port, { method, path: filled(path), headers: { origin: team.url, ...headers } });

  it('names every route once, under /api', () => {
    const names = [...routes, ...AUTH_ROUTES].map(({ method, path }) => `${method} ${path}`);
    expect(names.length).toBeGreaterThan(20);
    expect(names.toSorted()).toEqual([...new Set(names)].toSorted());
    for (const { path } of routes) expect(path).toMatch(/^\/api\/[\w/:-]+$/);
  });

  it.each(routes.filter(({ may }) => may !== 'anyone').map(({ method, path }) => [method, path]))(
    '%s %s is for nobody who is not signed in',
    async (method, path) => {
      for (const headers of [
        {},
        { cookie: 'rounds.session_token=made-up.made-up' },
        { authorization: 'Bearer rounds_made-up' },
        { authorization: 'Bearer x' },
      ]) {
        const answered = await send(method, path, headers as Record<string, string>);
        expect([answered.status, answered.headers['content-type']]).toEqual([401, 'application/problem+json']);
      }
    },
  );

  it.each(
    routes.flatMap(({ method, path, may }) =>
      may === 'anyone' ? [] : TEAM_ROLES.filter((role) => !isAtLeast(role, may)).map((role) => [method, path, role] as const),
    ),
  )('%s %s is not for a %s', async (method, path, role) => {
    const answered = await send(method, path, { cookie: browserByRole.get(role)?.cookies() ?? '' });
    expect(answered.status).toBe(403);
  });

  it.each([...routes, ...AUTH_ROUTES].filter(({ method }) => method !== 'GET').map(({ method, path }) => [method, path]))(
    '%s %s is for no other page',
    async (method, path) => {
      const cookie = browserByRole.get('owner')?.cookies() ?? '';
      expect((await send(method, path, { cookie, origin: 'https://evil.example' })).status).toBe(403);
      expect((await send(method, path, { cookie, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
      expect((await send(method, path, { cookie, host: 'evil.example' })).status).toBe(403);
    },
  );

  const open = routes.filter((route) => route.open === true);

  it('opens to pages of other sites what checks a credential, and nothing else', () => {
    expect(open.map(({ method, path, may }) => `${method} ${path} ${may}`)).toEqual([
      'GET /api/credentials/:organisation/issuer anyone',
      'GET /api/credentials/:organisation/reversed anyone',
    ]);
  });

  it.each(open.map(({ path }) => path))('GET %s is for pages of every site, and nothing but reading it', async (path) => {
    for (const origin of ['https://verifier.example', 'null']) {
      const answered = await send('GET', path, { origin, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' });
      expect([answered.status, answered.headers['access-control-allow-origin']]).toEqual([404, '*']);
      expect(answered.headers['access-control-allow-credentials']).toBeUndefined();
    }
    const signedIn = await send('GET', path, { cookie: browserByRole.get('owner')?.cookies() ?? '', origin: 'https://verifier.example' });
    expect(signedIn.headers['set-cookie']).toBeUndefined();
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD']) {
      const answered = await send(method, path, { origin: 'https://verifier.example' });
      expect([method, answered.status, answered.headers['access-control-allow-origin']]).toEqual([method, 403, undefined]);
    }
    expect((await send('GET', path, { host: 'evil.example' })).status).toBe(403);
  });

  it('lets pages of other sites read nothing else, signed in or not', async () => {
    const cookie = browserByRole.get('owner')?.cookies() ?? '';
    const others = [
      ...routes.filter((route) => !open.includes(route)),
      ...AUTH_ROUTES,
      { method: 'GET', path: '/' },
      { method: 'GET', path: '/api/credentials' },
    ];
    for (const { method, path } of others) {
      for (const sent of [method, 'OPTIONS']) {
        const answered = await send(sent, path, { cookie, origin: 'https://verifier.example', 'sec-fetch-site': 'cross-site' });
        expect([sent, path, answered.status, answered.headers['access-control-allow-origin']]).toEqual([sent, path, 403, undefined]);
      }
    }
    const own = await send('GET', '/api/where', {});
    expect([own.status, own.headers['access-control-allow-origin']]).toEqual([200, undefined]);
  });

  it('says which methods there are instead of one that is not', async () => {
    const answered = await send('DELETE', '/api/team/people', { cookie: browserByRole.get('owner')?.cookies() ?? '' });
    expect([answered.status, answered.headers['allow']]).toEqual([405, 'GET, HEAD']);
  });

  it('sets the headers of safety on everything', async () => {
    for (const path of ['/', '/api/where', '/api/me', '/api/nothing', '/missing.js']) {
      const { headers } = await send('GET', path, {});
      expect(headers['content-security-policy']).toContain("default-src 'self'");
      expect([path, headers['x-content-type-options'], headers['x-frame-options'], headers['referrer-policy']]).toEqual([
        path,
        'nosniff',
        'DENY',
        'no-referrer',
      ]);
    }
  });

  it('made no mistakes on the way', () => expect(team.bugs).toEqual([]));
});
