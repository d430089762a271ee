/** Signing in, staying in, and being out everywhere. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MadeToken, Me, PersonalToken, Where } from '../../../src/model/api/team/accounts.ts';
import { withClient } from '../../../src/store/postgres/with-client.ts';
import { describeWithStore } from '../../../src/store/testing/start-test-store.ts';
import { sendTo } from '../server/start-test-server.ts';
import type { Browser } from './create-browser.ts';
import { PASSWORD, startTestTeam, type TestTeam } from './start-test-team.ts';
import { read, whoIs } from './read.ts';

const bearer = (token: string): { authorization: string } => ({ authorization: `Bearer ${token}` });

describeWithStore('a session', () => {
  let team: TestTeam;
  let owner: Browser;
  const withToken = (token: string, path = '/api/me'): Promise<Response> => fetch(team.url + path, { headers: bearer(token) });

  beforeAll(async () => {
    team = await startTestTeam();
    owner = await team.foundOrganisation('acme');
  });
  afterAll(() => team.stop());

  it('is a cookie that no script and no other site gets', async () => {
    const { email } = await whoIs(owner);
    const answered = await team.browser().post('/api/auth/sign-in/email', { email, password: PASSWORD });
    const [cookie = ''] = answered.headers.getSetCookie();
    expect(answered.status).toBe(200);
    expect(cookie).toMatch(/; HttpOnly; SameSite=Lax/);
    expect(cookie).not.toMatch(/Domain=/i);
  });

  it('ends with signing out', async () => {
    const person = await team.join(owner, 'brief@acme.example');
    const cookie = person.cookies();
    expect((await person.post('/api/auth/sign-out', {})).status).toBe(200);
    expect((await person.get('/api/me')).status).toBe(401);
    expect((await fetch(`${team.url}/api/me`, { headers: { cookie } })).status).toBe(401);
  });

  it('is not had by guessing: too many attempts wait, for the right password too', async () => {
    const person = await team.join(owner, 'guessed@acme.example');
    const attempt = (password: string): Promise<Response> => team.browser().post('/api/auth/sign-in/email', { email: 'guessed@acme.example', password });
    const statuses: number[] = [];
    for (let n = 0; n < 12; n += 1) statuses.push((await attempt(`wrong password ${n}`)).status);
    expect(statuses.slice(-2)).toEqual([429, 429]);
    const refused = await attempt(PASSWORD);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    // Whoever is in stays in, and no header of a client's own makes it another client.
    expect((await person.get('/api/me')).status).toBe(200);
    const headers = { 'x-forwarded-for': '192.0.2.7', 'x-rounds-client': '192.0.2.8' };
    const forged = await team.browser().post('/api/auth/sign-in/email', { email: 'guessed@acme.example', password: PASSWORD }, headers);
    expect(forged.status).toBe(429);
  });

  it('may be a personal token: named, told once, with the day it was last used, until it is revoked', async () => {
    const made = await read<MadeToken>(await owner.post('/api/team/tokens', { name: 'laptop' }));
    expect((await read<Me>(await withToken(made.token))).role).toBe('owner');
    const { tokens } = await read<{ tokens: PersonalToken[] }>(await owner.get('/api/team/tokens'));
    expect(tokens).toEqual([{ id: made.id, name: 'laptop', createdAt: made.createdAt, lastUsedOn: new Date().toISOString().slice(0, 10) }]);
    const more = await fetch(`${team.url}/api/team/tokens`, {
      method: 'POST',
      headers: { ...bearer(made.token), 'content-type': 'application/json' },
      body: '{"name":"one more"}',
    });
    expect(more.status).toBe(403);
    expect((await owner.delete(`/api/team/tokens/${made.id}`)).status).toBe(204);
    expect((await withToken(made.token)).status).toBe(401);
  });

  it('and its tokens are nobody else’s', async () => {
    const other = await team.foundOrganisation('globex');
    const made = await read<MadeToken>(await owner.post('/api/team/tokens', { name: 'mine' }));
    expect((await other.delete(`/api/team/tokens/${made.id}`)).status).toBe(404);
    expect(await read(await other.get('/api/team/tokens'))).toEqual({ tokens: [] });
    expect((await withToken(made.token)).status).toBe(200);
  });

  it('is over everywhere at once when its person says so', async () => {
    const person = await team.join(owner, 'everywhere@acme.example');
    const made = await read<MadeToken>(await person.post('/api/team/tokens', { name: 'laptop' }));
    const elsewhere = person.cookies();
    expect((await person.post('/api/team/sign-out-everywhere')).status).toBe(204);
    expect((await person.get('/api/me')).status).toBe(401);
    expect((await fetch(`${team.url}/api/me`, { headers: { cookie: elsewhere } })).status).toBe(401);
    expect((await withToken(made.token)).status).toBe(401);
    expect((await owner.get('/api/me')).status).toBe(200);
  });

  it('tells a page where it is', async () => {
    const nobody = await read<Where>(await team.browser().get('/api/where'));
    expect(nobody).toEqual({ kind: 'team', me: null, ready: true, ways: { password: true, oidc: null }, sendsMail: false });
    expect(await read<Where>(await owner.get('/api/where'))).toMatchObject({ kind: 'team', me: { role: 'owner' } });
  });

  it('is not had by reading the database: nothing that lies in it opens anything', async () => {
    const values = await withClient(team.database.auth, async (client) => {
      const { rows: tables } = await client.query<{ name: string }>(
        `select quote_ident(table_name) as name from information_schema.tables where table_schema = 'auth'`,
      );
      const found: string[] = [];
      for (const { name } of tables) {
        const { rows } = await client.query<{ row: Record<string, unknown> }>(`select to_jsonb(t) as row from auth.${name} t`);
        found.push(...rows.flatMap(({ row }) => Object.values(row).filter((value) => typeof value === 'string')));
      }
      return [...new Set(found)].filter((value) => /^[\x21-\x7e]{16,512}$/.test(value));
    });
    const signed = decodeURIComponent(/session_token=([^;]+)/.exec(owner.cookies())?.[1] ?? '');
    expect(values).toContain(signed.split('.')[0]);
    expect((await withToken(signed)).status).toBe(200);
    expect(values).not.toContain(signed);
    for (const value of values) {
      const cookie = { cookie: `rounds.session_token=${encodeURIComponent(value)}` };
      for (const headers of [bearer(value), bearer(`${value}.${'A'.repeat(43)}=`), cookie])
        expect([headers, (await fetch(`${team.url}/api/me`, { headers })).status]).toEqual([headers, 401]);
    }
  });

  it('cannot be used by another page', async () => {
    const { port } = team;
    const cookie = owner.cookies();
    const send = (headers: Readonly<Record<string, string>>): Promise<number> =>
      sendTo(port, {
        method: 'POST',
        path: '/api/team/tokens',
        headers: { host: `127.0.0.1:${port}`, cookie, 'content-type': 'application/json', ...headers },
        body: '{"name":"stolen"}',
      }).then(({ status }) => status);
    const foreign: Record<string, string>[] = [
      {},
      { origin: 'http://evil.example' },
      { origin: 'null' },
      { origin: `https://127.0.0.1:${port}` },
      { origin: team.url, 'sec-fetch-site': 'cross-site' },
      { origin: team.url, 'sec-fetch-site': 'same-site' },
      { origin: team.url, host: 'evil.example' },
      { origin: team.url, host: `evil.example:${port}` },
    ];
    for (const headers of foreign) expect([headers, await send(headers)]).toEqual([headers, 403]);
    expect(await send({ origin: team.url, 'content-type': 'text/plain' })).toBe(415);
    expect(await send({ origin: team.url })).toBe(201);
    const page = await sendTo(port, { path: '/', headers: { host: 'evil.example' } });
    expect(page.status).toBe(403);
  });

  it('made no mistakes on the way', () => expect(team.bugs).toEqual([]));
});
