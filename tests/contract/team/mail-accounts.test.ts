/** Coming in, and coming back in, by letters through a real mail server. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MadeInvitation } from '../../../src/model/api/team/accounts.ts';
import { startTestMailServer, type ReceivedLetter, type TestMailServer } from '../../../src/mail/testing/start-test-mail-server.ts';
import { withClient } from '../../../src/store/postgres/with-client.ts';
import { describeWithStore } from '../../../src/store/testing/start-test-store.ts';
import type { Browser } from './create-browser.ts';
import { PASSWORD, startTestTeam, type TestTeam } from './start-test-team.ts';
import { read, whoIs } from './read.ts';

const NEW_PASSWORD = 'staple battery horse';
const MINUTE_MS = 60_000;
const linkIn = (letter: ReceivedLetter | undefined): string => /https?:\S+#\S+/.exec(letter?.text ?? '')?.[0] ?? '';
const tokenIn = (letter: ReceivedLetter | undefined): string => linkIn(letter).split('#')[1] ?? '';

describeWithStore('letters about accounts', () => {
  let mail: TestMailServer;
  let team: TestTeam;
  let owner: Browser;
  let now = Date.now();
  let count = 0;

  beforeAll(async () => {
    mail = await startTestMailServer();
    team = await startTestTeam({ mail, clock: () => new Date(now) });
    owner = await team.foundOrganisation('acme');
  });
  afterAll(async () => {
    await team.stop();
    await mail.close();
  });

  const next = async (): Promise<ReceivedLetter | undefined> => (await mail.waitFor((count += 1)))[count - 1];
  const signIn = (email: string, password: string, by = team.browser()): Promise<number> =>
    by.post('/api/auth/sign-in/email', { email, password }).then(({ status }) => status);
  const ask = (email: string): Promise<Response> => team.browser().post('/api/auth/request-password-reset', { email });
  const reset = (token: string, newPassword = NEW_PASSWORD): Promise<Response> => team.browser().post('/api/auth/reset-password', { token, newPassword });
  const forgetAttempts = () => withClient(team.database.owner, (client) => client.query('delete from auth."rateLimit"'));
  async function joined(email: string): Promise<Browser> {
    const browser = await team.join(owner, email);
    await next();
    return browser;
  }

  it('bring the invitation to whoever is invited, with the link that the page shows', async () => {
    const made = await read<MadeInvitation>(await owner.post('/api/team/invitations', { email: 'bob@acme.example' }));
    expect(made.isSent).toBe(true);
    const letter = await next();
    expect(letter).toMatchObject({ envelopeTo: ['bob@acme.example'], subject: 'Owner of acme invites you to acme on Rounds' });
    expect(linkIn(letter)).toBe(made.link);
    const bob = team.browser();
    expect((await bob.post('/api/join', { token: tokenIn(letter), name: 'Bob', password: PASSWORD })).status).toBe(204);
    expect(await whoIs(bob)).toMatchObject({ name: 'Bob' });
  });

  it('let who forgot a password choose another, once, and end whatever is signed in', async () => {
    const cleo = await joined('cleo@acme.example');
    const { token: personal } = await read<{ token: string }>(await cleo.post('/api/team/tokens', { name: 'a program' }));
    const program = { authorization: `Bearer ${personal}` };
    expect((await team.browser().get('/api/me', program)).status).toBe(200);
    expect((await ask('Cleo@acme.example')).status).toBe(200);
    const letter = await next();
    expect(linkIn(letter)).toMatch(new RegExp(`^${team.url}/reset#[\\w-]{24}$`));
    expect(letter?.envelopeTo).toEqual(['cleo@acme.example']);

    expect((await reset(tokenIn(letter), 'short')).status).toBe(400);
    expect((await reset(tokenIn(letter))).status).toBe(200);
    expect(await next()).toMatchObject({ envelopeTo: ['cleo@acme.example'], subject: 'Your password for Rounds was changed' });
    expect((await cleo.get('/api/me')).status).toBe(401);
    expect((await team.browser().get('/api/me', program)).status).toBe(401);
    expect(await signIn('cleo@acme.example', PASSWORD)).toBe(401);
    expect(await signIn('cleo@acme.example', NEW_PASSWORD)).toBe(200);
    const again = await reset(tokenIn(letter), 'another long password');
    expect([again.status, await again.json()]).toMatchObject([403, { title: 'This link is not, or no longer, open.' }]);
  });

  it('say the same to whoever asks, whether there is such an account or not, and go to nobody else', async () => {
    now += 10 * MINUTE_MS;
    const [there, nowhere] = [await ask('cleo@acme.example'), await ask('nobody@acme.example')];
    expect([there.status, await there.text()]).toEqual([nowhere.status, await nowhere.text()]);
    expect((await next())?.envelopeTo).toEqual(['cleo@acme.example']);
    const kept = await withClient(team.database.owner, async (client) => (await client.query('select kind, person from auth.outbox')).rows);
    expect(kept).not.toContainEqual(expect.objectContaining({ kind: 'password-reset', person: null }));
  });

  it('go out once in five minutes, however often somebody asks', async () => {
    await forgetAttempts();
    const answers: number[] = [];
    for (let n = 0; n < 6; n += 1) answers.push((await ask('bob@acme.example')).status);
    expect(answers).toEqual([200, 200, 200, 200, 200, 429]);
    expect((await next())?.envelopeTo).toEqual(['bob@acme.example']);
    await forgetAttempts();
    await joined('after@acme.example');
    expect(mail.letters.filter(({ subject, envelopeTo: [to] }) => to === 'bob@acme.example' && subject === 'A new password for Rounds')).toHaveLength(1);
  });

  it('give whoever signs in elsewhere no password, and whoever left nothing', async () => {
    await joined('oidc@acme.example');
    await withClient(team.database.owner, (client) =>
      client.query(
        `update auth.account set "providerId" = 'oidc', password = null where "userId" = (select id from auth."user" where email = 'oidc@acme.example')`,
      ),
    );
    await ask('oidc@acme.example');
    const letter = await next();
    expect([letter?.subject, linkIn(letter)]).toEqual(['Signing in to Rounds', '']);
    await joined('gone@acme.example');
    await withClient(team.database.owner, (client) =>
      client.query(`delete from auth.member where "userId" = (select id from auth."user" where email = 'gone@acme.example')`),
    );
    expect((await ask('gone@acme.example')).status).toBe(200);
    await joined('last@acme.example');
    expect(mail.letters.filter(({ envelopeTo: [to] }) => to === 'gone@acme.example')).toHaveLength(1);
  });

  it('are in no log, and no link of theirs is in the database', async () => {
    await forgetAttempts();
    now += 10 * MINUTE_MS;
    await ask('cleo@acme.example');
    const token = tokenIn(await next());
    const kept = await withClient(team.database.owner, async (client) => {
      const verification = await client.query('select v::text from auth.verification v');
      const outbox = await client.query('select o::text, body from auth.outbox o');
      return JSON.stringify([verification.rows, outbox.rows]);
    });
    expect(token).toHaveLength(24);
    expect(kept).not.toContain(token);
    expect(team.logged()).not.toContain(token);
    expect(team.logged()).not.toContain('acme.example');
    expect(team.logged()).toContain('"event":"letter-sent","kind":"password-reset"');
    expect((await reset(token)).status).toBe(200);
    await next();
  });

  it('made no mistakes on the way', () => expect(team.bugs).toEqual([]));
});

describeWithStore('a server without a mail server', () => {
  let team: TestTeam;
  beforeAll(async () => (team = await startTestTeam()));
  afterAll(() => team.stop());

  it('says so, and keeps no letter', async () => {
    const owner = await team.foundOrganisation('acme');
    expect(await read(await owner.get('/api/where'))).toMatchObject({ sendsMail: false });
    expect(await read(await owner.post('/api/team/invitations', { email: 'bob@acme.example' }))).toMatchObject({ isSent: false });
    const asked = await team.browser().post('/api/auth/request-password-reset', { email: 'bob@acme.example' });
    expect([asked.status, await asked.json()]).toMatchObject([409, { title: 'This server sends no e-mail.' }]);
    const { rows } = await withClient(team.database.owner, (client) => client.query('select from auth.outbox'));
    expect(rows).toEqual([]);
  });
});
