/** `rounds login`, from the code on the terminal to a page of one's own Rounds that shows what the team shares. */
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { logIn } from '../../../src/app/login/log-in.ts';
import type { PersonalToken, Where } from '../../../src/model/api/team/accounts.ts';
import { describeWithStore } from '../../../src/store/testing/start-test-store.ts';
import { startTestServer, type TestServer } from '../server/start-test-server.ts';
import type { Browser } from './create-browser.ts';
import { startTestTeam, type TestTeam } from './start-test-team.ts';
import { read } from './read.ts';

const main = new URL('../../../src/cli/main.ts', import.meta.url).href;

/** What the person does in the browser: looks at the code, then lets it in, or not. */
async function answer(person: Browser, link: string, how: 'approve' | 'deny'): Promise<void> {
  const code = new URL(link).searchParams.get('user_code') ?? '';
  const look = await person.get(`/api/auth/device?user_code=${code}`);
  expect(await read(look)).toMatchObject({ status: 'pending', client_id: 'rounds-cli' });
  expect((await person.post(`/api/auth/device/${how}`, { userCode: code })).status).toBe(200);
}

describeWithStore('rounds login', () => {
  let team: TestTeam;
  let mine: TestServer;
  let person: Browser;
  let home: string;

  beforeAll(async () => {
    team = await startTestTeam();
    person = await team.foundOrganisation('acme');
    mine = await startTestServer();
    home = mine.app.journal.home;
  });
  afterAll(async () => {
    await mine.stop();
    await team.stop();
  });

  const where = async (): Promise<Where> => JSON.parse((await mine.send({ path: '/api/where' })).body) as Where;
  const tokens = async (): Promise<readonly PersonalToken[]> => (await read<{ tokens: PersonalToken[] }>(await person.get('/api/team/tokens'))).tokens;
  /** A process of its own, beside which this one goes on serving. */
  const rounds = (args: readonly string[]): ChildProcess =>
    spawn(process.execPath, ['--eval', `import(${JSON.stringify(main)}).then(({ main }) => main(${JSON.stringify(args)}))`], {
      env: { PATH: process.env['PATH'] ?? '', HOME: home, ROUNDS_HOME: home },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const start = (showCode: (link: string) => Promise<void>) => {
    let shown: Promise<void> = Promise.resolve();
    const wait = (): Promise<void> => shown;
    return logIn({ home, address: team.url, wait, signal: new AbortController().signal, showCode: ({ link }) => (shown = showCode(link)) });
  };

  it('says before it that this Rounds is signed in to no team', async () => {
    expect(await where()).toEqual({ kind: 'mine', team: null });
    expect((await mine.send({ path: '/api/team/people' })).status).toBe(409);
  });

  it('keeps a key of its own that only its person can read', async () => {
    const done = await start((link) => answer(person, link, 'approve'));
    expect(done).toMatchObject({ ok: true, value: { organisation: { name: 'acme' } } });
    const file = join(home, 'team.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect((await tokens()).map(({ name }) => name.startsWith('rounds on '))).toEqual([true]);
    expect(await where()).toMatchObject({ kind: 'mine', team: { url: team.url, me: { role: 'owner' }, problem: null } });
  });

  it('passes on what the team server says, with that key and never a cookie', async () => {
    const people = await mine.send({ path: '/api/team/people', headers: { cookie: 'rounds.session_token=stolen' } });
    expect([people.status, people.headers['set-cookie']]).toEqual([200, undefined]);
    expect(people.body).toContain('Owner of acme');
    const json = { 'content-type': 'application/json' };
    const invited = await mine.send({ method: 'POST', path: '/api/team/invitations', headers: json, body: '{"email":"new@acme.example"}' });
    expect(invited.status).toBe(201);
    const refused = await mine.send({ method: 'POST', path: '/api/team/invitations', headers: json, body: '{"email":"nothing"}' });
    expect([refused.status, JSON.parse(refused.body)]).toMatchObject([400, { title: 'This is no e-mail address.' }]);
    for (const path of ['/api/team/../auth/sign-out', '/api/team/%2e%2e/me'])
      expect([path, [403, 404].includes((await mine.send({ path })).status)]).toEqual([path, true]);
  });

  it('is needed by whoever asks this machine’s own server too', async () => {
    expect((await mine.send({ path: '/api/team/people', headers: { authorization: 'Bearer wrong' } })).status).toBe(401);
    expect((await mine.send({ path: '/api/team/people', headers: { origin: 'http://evil.example' } })).status).toBe(403);
  });

  it('can be revoked in the browser, and this machine is told', async () => {
    const [token] = await tokens();
    expect((await person.delete(`/api/team/tokens/${token?.id ?? ''}`)).status).toBe(204);
    const people = await mine.send({ path: '/api/team/people' });
    expect([people.status, JSON.parse(people.body)]).toMatchObject([409, { next: `Run "rounds login ${team.url}".` }]);
    expect(await where()).toMatchObject({ team: { me: null, problem: expect.stringContaining('does not know you') } });
  });

  it('ends where the person says no, and keeps nothing', async () => {
    rmSync(join(home, 'team.json'));
    expect(await start((link) => answer(person, link, 'deny'))).toMatchObject({ ok: false, problem: { tag: 'not-allowed' } });
    expect(existsSync(join(home, 'team.json'))).toBe(false);
  });

  it('works as a command, and so does rounds logout', async () => {
    const child = rounds(['login', team.url]);
    const said = await heard(child, /user_code=(\w+)/);
    expect(said).toContain(`Open ${team.url}/device?user_code=`);
    await answer(person, `${team.url}/device?user_code=${/user_code=(\w+)/.exec(said)?.[1] ?? ''}`, 'approve');
    expect(await heard(child, /signed in to acme as Owner of acme/)).toBeTruthy();
    expect(await ended(child)).toBe(0);
    expect(await tokens()).toHaveLength(1);

    const file = readFileSync(join(home, 'team.json'), 'utf8');
    expect((JSON.parse(file) as { url: string }).url).toBe(team.url);
    const out = rounds(['logout']);
    expect(await heard(out, /\n/)).toBe(`This machine is signed out of ${team.url}.\n`);
    expect(await ended(out)).toBe(0);
    expect([await tokens(), existsSync(join(home, 'team.json'))]).toEqual([[], false]);
    expect(await ended(rounds(['logout']))).toBe(2);
  });

  it('refuses addresses that would carry the key in the open, or are none of Rounds', async () => {
    for (const [address, code] of [
      ['http://rounds.example.org', 2],
      ['rounds', 2],
      ['ftp://127.0.0.1', 2],
      ['http://127.0.0.1:1', 4],
      [mine.origin, 2],
    ] as const)
      expect([address, await ended(rounds(['login', address]))]).toEqual([address, code]);
  });

  it('does not use a key that others of the machine could read', async () => {
    await start((link) => answer(person, link, 'approve'));
    chmodSync(join(home, 'team.json'), 0o644);
    expect((await mine.send({ path: '/api/team/people' })).status).toBe(503);
  });

  it('made no mistakes on the way', () => expect([team.bugs, mine.bugs]).toEqual([[], []]));
});

function heard(child: ChildProcess, what: RegExp): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      if (what.test(said)) resolve(said);
    });
    child.once('exit', () => (what.test(said) ? resolve(said) : reject(new Error(`ended after: ${said}`))));
  });
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => (child.exitCode === null ? child.once('exit', resolve) : resolve(child.exitCode)));
}
