/** Who may speak to the local server: every refusal over real HTTP. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendTo, startTestServer, type Answered, type TestServer } from './start-test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const problemOf = (answered: Answered): { status: number; title: string } => {
  expect(answered.headers['content-type']).toContain('application/problem+json');
  return JSON.parse(answered.body) as { status: number; title: string };
};

const own = (): string => `127.0.0.1:${server.port}`;
const ROUND = '/api/rounds/r_0123456789abcdef';

describe('Host (DNS rebinding)', () => {
  it.each([
    'evil.example',
    'evil.example:PORT',
    '127.0.0.1',
    '127.0.0.1:1',
    'localhost.evil.example:PORT',
    '127.0.0.1.evil.example:PORT',
    '0.0.0.0:PORT',
    '127.0.0.2:PORT',
  ])('refuses %s, even with the token', async (host) => {
    const answered = await server.send({ path: '/api/today', headers: { host: host.replace('PORT', String(server.port)) } });
    expect(answered.status).toBe(403);
    expect(problemOf(answered).status).toBe(403);
  });

  it('refuses a foreign host for pages and for the entry too', async () => {
    for (const path of ['/', '/assets/app-1a2b3c4d.js', `/enter?token=${server.token}`]) {
      const answered = await server.send({ path, headers: { host: `evil.example:${server.port}` } });
      expect(answered.status).toBe(403);
      expect(answered.headers['set-cookie']).toBeUndefined();
    }
  });

  it('refuses a foreign address in the request line', async () => {
    expect((await server.send({ path: `http://evil.example:${server.port}/api/today` })).status).toBe(403);
  });

  it.each(['127.0.0.1:PORT', 'localhost:PORT', 'LOCALHOST:PORT', '[::1]:PORT'])('answers to %s', async (host) => {
    expect((await server.send({ path: '/api/import', headers: { host: host.replace('PORT', String(server.port)) } })).status).toBe(200);
  });
});

describe('Origin', () => {
  it.each(['http://evil.example', 'null', 'https://127.0.0.1:PORT', 'http://127.0.0.1:1', 'http://localhost', 'http://127.0.0.1:PORT.evil.example', ''])(
    'refuses %j',
    async (origin) => {
      const answered = await server.send({ method: 'POST', path: '/api/import', headers: { origin: origin.replace('PORT', String(server.port)) } });
      expect(answered.status).toBe(403);
    },
  );

  it('answers our own pages, and never invites others', async () => {
    const answered = await server.send({ path: '/api/import', headers: { origin: `http://${own()}` } });
    expect(answered.status).toBe(200);
    expect(answered.headers['access-control-allow-origin']).toBeUndefined();
    const preflight = await server.send({
      method: 'OPTIONS',
      path: '/api/import',
      headers: { origin: 'http://evil.example', 'access-control-request-method': 'POST' },
    });
    expect(preflight.status).toBe(403);
    expect(preflight.headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('Sec-Fetch-Site', () => {
  it.each(['cross-site', 'same-site'])('refuses a %s fetch, and a frame', async (site) => {
    expect((await server.send({ path: '/api/today', headers: { 'sec-fetch-site': site, 'sec-fetch-mode': 'cors' } })).status).toBe(403);
    expect(
      (await server.send({ path: '/api/today', headers: { 'sec-fetch-site': site, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' } })).status,
    ).toBe(403);
    expect((await server.send({ path: '/', headers: { 'sec-fetch-site': site, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' } })).status).toBe(403);
    expect(
      (await server.send({ path: '/assets/app-1a2b3c4d.js', headers: { 'sec-fetch-site': site, 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' } }))
        .status,
    ).toBe(403);
  });

  it('lets a person follow a link to a page', async () => {
    expect(
      (await sendTo(server.port, { path: '/', headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' } }))
        .status,
    ).toBe(200);
  });
});

describe('the token', () => {
  it.each([
    ['missing', {}],
    ['wrong', { authorization: `Bearer ${'x'.repeat(43)}` }],
    ['empty', { authorization: 'Bearer ' }],
    ['of another scheme', { authorization: 'Basic eDp5' }],
  ] as const)('is needed for every path of the API: %s', async (_name, headers) => {
    for (const [method, path] of [
      ['GET', '/api/today'],
      ['GET', '/api/events'],
      ['POST', '/api/rounds'],
      ['GET', '/api/nothing'],
      ['DELETE', '/api/rounds'],
      ['GET', '/api'],
      ['GET', '/api//today'],
    ] as const) {
      const answered = await sendTo(server.port, { method, path, headers });
      expect([path, answered.status]).toEqual([path, 401]);
      expect(answered.body).not.toContain(server.token);
    }
  });

  it('of another port, or in the wrong cookie, does not count', async () => {
    for (const cookie of [`rounds_1=${server.token}`, `rounds=${server.token}`, `rounds_${server.port}=wrong`]) {
      expect((await sendTo(server.port, { path: '/api/today', headers: { cookie } })).status).toBe(401);
    }
  });

  it('is exchanged once for a cookie no script and no other site gets', async () => {
    const entered = await sendTo(server.port, { path: `/enter?token=${server.token}` });
    expect(entered.status).toBe(303);
    expect(entered.headers.location).toBe('/');
    const cookie = String(entered.headers['set-cookie']);
    expect(cookie).toMatch(new RegExp(`^rounds_${server.port}=[\\w-]{43};`));
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Strict');
    expect(cookie).toContain('Path=/');
    expect((await sendTo(server.port, { path: '/api/import', headers: { cookie: cookie.split(';')[0] ?? '' } })).status).toBe(200);
  });

  it('that is wrong opens nothing', async () => {
    for (const path of ['/enter', '/enter?token=', `/enter?token=${'x'.repeat(43)}`]) {
      const answered = await sendTo(server.port, { path });
      expect(answered.status).toBe(401);
      expect(answered.headers['set-cookie']).toBeUndefined();
    }
  });
});

describe('requests that do not fit', () => {
  const json = { 'content-type': 'application/json' };

  it('malformed JSON', async () => {
    expect(problemOf(await server.send({ method: 'POST', path: '/api/rounds', headers: json, body: '{"moment":' })).status).toBe(400);
  });

  it('JSON of another shape, saying where', async () => {
    const answered = await server.send({ method: 'POST', path: '/api/rounds', headers: json, body: '{"moment":"m_zz"}' });
    expect(answered.status).toBe(400);
    expect(answered.body).toContain('moment');
  });

  it('a form, which another page could send without asking', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x']) {
      expect(
        problemOf(await server.send({ method: 'POST', path: '/api/rounds', headers: { 'content-type': type }, body: '{"moment":"m_0123456789abcdef"}' }))
          .status,
      ).toBe(415);
    }
  });

  it('an oversized body, with its length told and without', async () => {
    const body = JSON.stringify({ reason: 'x'.repeat(300_000) });
    expect(
      problemOf(await server.send({ method: 'PUT', path: `${ROUND}/draft`, headers: { ...json, 'content-length': String(body.length) }, body })).status,
    ).toBe(413);
    expect(problemOf(await server.send({ method: 'PUT', path: `${ROUND}/draft`, headers: { ...json, 'transfer-encoding': 'chunked' }, body })).status).toBe(
      413,
    );
  });

  it('a wrong method, saying which are right', async () => {
    for (const [method, path, allow] of [
      ['DELETE', ROUND, 'GET'],
      ['GET', `${ROUND}/seal`, 'POST'],
      ['PATCH', '/api/today', 'GET'],
      ['POST', `${ROUND}/draft`, 'PUT'],
    ] as const) {
      const answered = await server.send({ method, path });
      expect([method, path, answered.status]).toEqual([method, path, 405]);
      expect(String(answered.headers['allow'])).toContain(allow);
    }
  });

  it('ids and numbers out of range', async () => {
    for (const path of [
      '/api/sessions/..',
      '/api/sessions/s_1',
      '/api/moments/m_0123456789ABCDEF',
      "/api/rounds/r_'; drop table rounds",
      '/api/sessions?limit=0',
      '/api/sessions?limit=99999',
      '/api/sessions?agent=nobody',
      '/api/sessions?from=yesterday',
      '/api/sessions/s_0123456789abcdef/events?from=-1',
      '/api/sessions/s_0123456789abcdef/events?limit=1e9',
    ]) {
      const answered = await server.send({ path: path.replaceAll(' ', '%20') });
      expect([path, answered.status]).toEqual([path, path.endsWith('..') ? 404 : 400]);
    }
  });

  it('things that are not there', async () => {
    for (const path of ['/api/sessions/s_0123456789abcdef', '/api/moments/m_0123456789abcdef', ROUND, '/api/nothing', '/api/']) {
      expect([path, problemOf(await server.send({ path })).status]).toEqual([path, 404]);
    }
  });

  it('none of which was a bug of ours', () => expect(server.bugs).toEqual([]));
});

describe('the web app’s files', () => {
  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/..\\secret.txt',
    '//secret.txt',
    '/%252e%252e/secret.txt',
    '/assets/%00/../../secret.txt',
    '/assets/app.js%00.html',
    '/....//secret.txt',
    '/assets/',
  ])('stay inside their folder: %s', async (path) => {
    const answered = await sendTo(server.port, { path });
    expect(answered.body).not.toContain('SECRET');
    expect([400, 404]).toContain(answered.status);
  });

  it('are kept for ever when their name holds a hash, and packed where the browser can unpack', async () => {
    const plain = await sendTo(server.port, { path: '/assets/app-1a2b3c4d.js' });
    expect([plain.body, plain.headers['cache-control']]).toEqual(['plain', 'public, max-age=31536000, immutable']);
    const packed = await sendTo(server.port, { path: '/assets/app-1a2b3c4d.js', headers: { 'accept-encoding': 'gzip, br' } });
    expect([packed.body, packed.headers['content-encoding'], packed.headers['content-type']]).toEqual(['packed', 'br', 'text/javascript; charset=utf-8']);
  });

  it('answer every screen’s address with the app, and a missing file with 404', async () => {
    for (const path of ['/', '/sessions', '/rounds/r_0123456789abcdef', '/index.html']) {
      const answered = await sendTo(server.port, { path });
      expect([path, answered.status, answered.headers['cache-control']]).toEqual([path, 200, 'no-cache']);
      expect(answered.body).toContain('<title>Rounds</title>');
    }
    for (const path of ['/assets/gone-1a2b3c4d.js', '/gone.js']) {
      const answered = await sendTo(server.port, { path });
      expect([path, answered.status, answered.headers['cache-control']]).toEqual([path, 404, 'no-cache']);
    }
  });
});

describe('every response', () => {
  it('carries the headers that keep it from being run, framed, sniffed or told to others', async () => {
    const answers = await Promise.all([
      sendTo(server.port, { path: '/' }),
      sendTo(server.port, { path: '/gone.js' }),
      sendTo(server.port, { path: '/api/today' }),
      sendTo(server.port, { path: '/', headers: { host: 'evil.example' } }),
      server.send({ path: '/api/import' }),
      server.send({ method: 'POST', path: '/api/rounds', headers: { 'content-type': 'application/json' }, body: '{' }),
    ]);
    for (const { headers } of answers) {
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'x-frame-options': 'DENY',
      });
      expect(headers['x-powered-by']).toBeUndefined();
    }
  });
});
