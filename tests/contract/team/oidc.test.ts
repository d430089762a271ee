/** Signing in at the organisation's own identity provider, hop by hop over HTTP as a browser does. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Where } from '../../../src/model/api/team/accounts.ts';
import { describeWithStore } from '../../../src/store/testing/start-test-store.ts';
import { withClient } from '../../../src/store/postgres/with-client.ts';
import type { Browser } from './create-browser.ts';
import { findFreePort } from './find-free-port.ts';
import { startIdentityProvider, type IdentityProvider } from './start-identity-provider.ts';
import { startTestTeam, type TestTeam } from './start-test-team.ts';
import { read, whoIs } from './read.ts';

const isAnswer = (url: URL): boolean => url.pathname === '/api/auth/callback/oidc';

describeWithStore('an identity provider', () => {
  let provider: IdentityProvider;
  let team: TestTeam;
  let owner: Browser;

  beforeAll(async () => {
    const port = await findFreePort();
    provider = await startIdentityProvider(`http://127.0.0.1:${port}/api/auth/callback/oidc`);
    const { issuer, clientId, clientSecret } = provider;
    const discoveryUrl = `${issuer}/.well-known/openid-configuration`;
    team = await startTestTeam({ port, oidc: () => ({ issuer, discoveryUrl, clientId, clientSecret, name: 'Acme login' }) });
    owner = await team.foundOrganisation('acme');
  });
  afterAll(async () => {
    await team.stop();
    await provider.stop();
  });

  /** From our button through the provider's pages; returns where the browser ends up. */
  async function signIn(browser: Browser, name: string, isEnd?: (url: URL) => boolean): Promise<string> {
    const started = await read<{ url: string }>(await browser.post('/api/auth/sign-in/social', { provider: 'oidc', callbackURL: '/' }));
    let page = await browser.open(started.url, undefined, isEnd);
    for (let pages = 0; pages < 3 && page.url.startsWith(provider.issuer); pages += 1) {
      const action = /<form[^>]* action="([^"]+)"/.exec(page.body)?.[1];
      const prompt = /name="prompt" value="(\w+)"/.exec(page.body)?.[1];
      if (action === undefined || prompt === undefined) throw new Error(`no form at ${page.url}: ${page.body.slice(0, 300)}`);
      page = await browser.open(action, prompt === 'login' ? { prompt, login: name, password: 'any' } : { prompt }, isEnd);
    }
    return page.url;
  }

  it('is named on the page for signing in', async () => {
    expect(await read<Where>(await team.browser().get('/api/where'))).toMatchObject({ ways: { oidc: { id: 'oidc', name: 'Acme login' } } });
  });

  it('lets nobody in whom no organisation takes', async () => {
    const stranger = team.browser();
    expect(await signIn(stranger, 'stranger')).toMatch(/\/sign-in\?error=invitation_needed/);
    expect((await stranger.get('/api/me')).status).toBe(401);
    const accounts = await withClient(team.database.auth, (client) => client.query(`select * from auth."user" where email = 'stranger@acme.example'`));
    expect(accounts.rows).toEqual([]);
  });

  it('lets people into the organisation that takes them, as members, the second time too', async () => {
    const member = await team.join(owner, 'someone@acme.example');
    expect((await member.put('/api/team/organisation', { joinByOidc: true })).status).toBe(403);
    const settings = async (): Promise<unknown> => read(await owner.get('/api/team/organisation'));
    expect(await settings()).toEqual({ joinByOidc: false, provider: 'Acme login' });
    expect((await owner.put('/api/team/organisation', { joinByOidc: true })).status).toBe(204);
    expect(await settings()).toEqual({ joinByOidc: true, provider: 'Acme login' });
    expect((await member.get('/api/team/organisation')).status).toBe(403);
    const first = team.browser();
    expect(await signIn(first, 'carol')).toBe(`${team.url}/`);
    const me = await whoIs(first);
    expect(me).toMatchObject({ name: 'carol of Acme', email: 'carol@acme.example', role: 'member', organisation: { name: 'acme' } });
    const second = team.browser();
    await signIn(second, 'carol');
    expect((await whoIs(second)).id).toBe(me.id);
  });

  it('is of one organisation at most', async () => {
    const other = await team.foundOrganisation('globex');
    expect((await other.put('/api/team/organisation', { joinByOidc: true })).status).toBe(409);
    expect(await read(await other.get('/api/team/organisation'))).toMatchObject({ joinByOidc: false });
  });

  it('is no way into an account that somebody made with the same e-mail address', async () => {
    await team.join(owner, 'dave@acme.example');
    const dave = team.browser();
    expect(await signIn(dave, 'dave')).toMatch(/\/sign-in\?error=account_not_linked/);
    expect((await dave.get('/api/me')).status).toBe(401);
  });

  it('leaves none of its tokens behind', async () => {
    const { rows } = await withClient(team.database.auth, (client) =>
      client.query(`select "accessToken", "refreshToken", "idToken" from auth.account where "providerId" = 'oidc'`),
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toEqual({ accessToken: null, refreshToken: null, idToken: null });
  });

  it('cannot be made to send people elsewhere', async () => {
    const browser = team.browser();
    const away = await browser.post('/api/auth/sign-in/social', { provider: 'oidc', callbackURL: 'https://evil.example/' });
    expect(away.status).toBe(403);
    const forged = await browser.open('/api/auth/callback/oidc?code=made-up&state=made-up');
    expect(forged.url).toContain('/sign-in?error=');
    expect((await browser.get('/api/me')).status).toBe(401);
  });

  it('answers the browser that asked, once: another is not signed in by its answer', async () => {
    const [carol, other] = [team.browser(), team.browser()];
    const answered = await signIn(carol, 'carol', isAnswer);
    expect((await carol.open(answered)).url).toBe(`${team.url}/`);
    expect((await carol.open(answered)).url).toContain('/sign-in?error=');
    expect((await other.open(await signIn(carol, 'carol', isAnswer))).url).toContain('/sign-in?error=');
    expect((await other.get('/api/me')).status).toBe(401);
  });

  it('is no way back for somebody who was removed, until an owner takes them back', async () => {
    const carol = team.browser();
    await signIn(carol, 'carol');
    const { id } = await whoIs(carol);
    expect((await owner.delete(`/api/team/people/${id}`)).status).toBe(204);
    const again = team.browser();
    expect(await signIn(again, 'carol')).toMatch(/\/sign-in\?error=unable_to_create_session/);
    for (const browser of [carol, again]) expect((await browser.get('/api/me')).status).toBe(401);
    const left = await withClient(team.database.auth, (client) => client.query(`select 1 from auth.session where "userId" = $1`, [id]));
    expect(left.rows).toEqual([]);
    expect((await owner.post(`/api/team/people/${id}/restore`)).status).toBe(204);
    expect(await signIn(again, 'carol')).toBe(`${team.url}/`);
    expect((await whoIs(again)).id).toBe(id);
  });

  it('closes again when the owner says so; who is in stays in', async () => {
    expect((await owner.put('/api/team/organisation', { joinByOidc: false })).status).toBe(204);
    expect(await signIn(team.browser(), 'erin')).toMatch(/error=invitation_needed/);
    const carol = team.browser();
    await signIn(carol, 'carol');
    expect((await carol.get('/api/me')).status).toBe(200);
  });

  it('may be away when the server starts', async () => {
    let now = Date.now();
    const [port, providerPort] = [await findFreePort(), await findFreePort()];
    const issuer = `http://127.0.0.1:${providerPort}`;
    const oidc = { issuer, discoveryUrl: `${issuer}/.well-known/openid-configuration`, clientId: 'rounds', clientSecret: 'a secret', name: 'Late login' };
    const late = await startTestTeam({ port, oidc: () => oidc, clock: () => new Date(now) });
    const start = (): Promise<Response> => late.browser().post('/api/auth/sign-in/social', { provider: 'oidc', callbackURL: '/' });
    expect((await start()).status).toBe(502);
    const lateProvider = await startIdentityProvider(`${late.url}/api/auth/callback/oidc`, providerPort);
    now += 10_000;
    expect((await start()).status).toBe(200);
    expect(late.bugs).toEqual([]);
    await late.stop();
    await lateProvider.stop();
  });

  it('made no mistakes on the way', () => expect(team.bugs).toEqual([]));
});
