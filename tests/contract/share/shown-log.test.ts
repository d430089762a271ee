/** What is shown of growth, and what a request says of beliefs: through one's own Rounds, in its sharing log, and taken back there. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import { saveTeamFile } from '../../../src/client/team-file.ts';
import type { SharedList } from '../../../src/model/api/share.ts';
import type { MadeToken } from '../../../src/model/api/team/accounts.ts';
import type { ShownGrowth, ShownGrowthList } from '../../../src/model/api/team/shown-growth.ts';
import { MISCONCEPTIONS } from '../../../src/learning/misconceptions/catalogue.ts';
import { startServer, type RunningServer } from '../../../src/server/start-server.ts';
import { describeWithStore } from '../../../src/store/testing/start-test-store.ts';
import { openTestApp } from '../server/start-test-server.ts';
import type { Browser } from '../team/create-browser.ts';
import { read, whoIs } from '../team/read.ts';
import { startTestTeam, type TestTeam } from '../team/start-test-team.ts';

const CRITICAL = MISCONCEPTIONS.find(({ severity }) => severity === 'critical') ?? expect.fail('none is critical');

const shown = (levels: object[] = []) => ({ kind: 'activity', subject: 'E5', body: { activity: 'E5', rules: [], levels } });

describeWithStore('the log of what was shown', () => {
  const bugs: unknown[] = [];
  let team: TestTeam;
  let [ada, bo] = [] as unknown as [Browser, Browser];
  let bosId: string;
  let home: string;
  let app: App;
  let server: RunningServer;
  let cookie: string;

  beforeAll(async () => {
    team = await startTestTeam();
    ada = await team.foundOrganisation('acme');
    bo = await team.join(ada, 'bo@acme.example');
    bosId = (await whoIs(bo)).id;
    await read(await ada.post('/api/team/pairs', { name: 'Ada and Bo', people: [bosId] }), 201);
    home = mkdtempSync(join(tmpdir(), 'rounds shown '));
    app = openTestApp(home, () => new Date());
    const started = await startServer({ app, port: 0, webRoot: join(home, 'no web'), reportBug: (error) => bugs.push(error) });
    if (!started.ok) throw new Error(started.problem.what);
    server = started.value;
    cookie = (await fetch(server.url, { redirect: 'manual' })).headers.get('set-cookie')?.split(';')[0] ?? '';
    const { token } = await read<MadeToken>(await ada.post('/api/team/tokens', { name: 'my machine' }), 201);
    saveTeamFile(app.journal.home, { url: team.url, token, tokenId: 't1' });
  }, 240_000);
  afterAll(async () => {
    await server.close();
    await team.stop();
    rmSync(home, { recursive: true, force: true });
  });

  const own = (method: string, path: string, body?: object): Promise<Response> =>
    fetch(`${server.origin}${path}`, {
      method,
      headers: { cookie, origin: server.origin, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  const log = async (): Promise<object[]> =>
    (await read<SharedList>(await own('GET', '/api/shared'))).items.map(({ id, subject, to, state }) => ({ id, subject, to, state }));
  const toBo = async (): Promise<string[]> => (await read<ShownGrowthList>(await bo.get('/api/team/shown-growth'))).toMe.map(({ id }) => id);
  const E5 = 'Rounds and ratings of E5 Prove it works';

  it('says what was shown, to whom, and since when no more; and takes it back there', async () => {
    expect(await log()).toEqual([]);
    const first = await read<ShownGrowth>(await own('POST', '/api/team/shown-growth', { reader: bosId, shown: shown() }), 201);
    expect(await log()).toEqual([{ id: 'shown-1', subject: E5, to: 'bo', state: 'sent' }]);
    await read(await own('POST', '/api/team/shown-growth', { reader: bosId, shown: shown([{ level: 3, retrospective: 1, prospective: 0 }]) }), 201);
    expect(await log()).toMatchObject([
      { id: 'shown-2', state: 'sent' },
      { id: 'shown-1', state: 'replaced' },
    ]);
    expect(await toBo()).not.toContain(first.id);
    expect(await read(await own('POST', '/api/shared/shown/2/withdraw', {}))).toMatchObject({ state: 'withdrawn', forgottenAt: expect.any(String) as string });
    expect(await toBo()).toEqual([]);
    expect((await own('POST', '/api/shared/shown/9/withdraw', {})).status).toBe(404);
  });

  it('keeps what was refused, and knows what another machine showed or took back', async () => {
    expect((await own('POST', '/api/team/shown-growth', { reader: 'p_nobody', shown: shown() })).status).toBeGreaterThanOrEqual(400);
    const elsewhere = await read<ShownGrowth>(await ada.post('/api/team/shown-growth', { reader: bosId, shown: shown() }), 201);
    expect((await log())[0]).toMatchObject({ subject: E5, to: 'bo', state: 'sent' });
    expect((await ada.delete(`/api/team/shown-growth/${elsewhere.id}`)).status).toBe(204);
    expect((await log())[0]).toMatchObject({ state: 'withdrawn' });
  });

  it('lets the journal say whether a critical belief stands, while it is read, and with one that does asks nothing', async () => {
    const request = { activity: 'E5', level: 4, signer: bosId, ratings: [], beliefsFrom: 'journal' };
    expect(await read(await own('GET', '/api/growth/standing/E6'))).toEqual({ beliefs: [] });
    // Nothing stands: the team is asked, and has reasons of its own. That it was asked is in the log.
    const refused = await own('POST', '/api/team/sign-offs', { ...request, activity: 'E6' });
    expect(await refused.text()).toContain('So far 0 of 5 cases');
    expect((await log())[0]).toMatchObject({ subject: 'What a request for E6 Debug from symptom to cause, level 4, says of beliefs', state: 'refused' });
    const before = (await log()).length;
    const at = new Date().toISOString();
    const sign = (source: 'distractor' | 'question', occasion: string) => {
      const row = {
        source,
        direction: 'for' as const,
        occasion,
        context: 'shop',
        transfer: false,
        ratio: 6,
        words: source === 'question' ? 'It waits long enough.' : null,
        at,
      };
      return { misconception: CRITICAL.id, version: CRITICAL.version, event: { type: 'evidence' as const, ...row } };
    };
    app.journal.ledger.add(sign('distractor', 'one'));
    expect(await read(await own('GET', `/api/growth/standing/${CRITICAL.activities[0]}`))).toEqual({ beliefs: [] });
    for (const n of [1, 2, 3]) app.journal.ledger.add(sign('question', `own ${n}`));
    expect(await read(await own('GET', `/api/growth/standing/${CRITICAL.activities[0]}`))).toEqual({ beliefs: [{ id: CRITICAL.id, belief: CRITICAL.belief }] });
    const stopped = await own('POST', '/api/team/sign-offs', { ...request, activity: CRITICAL.activities[0] });
    expect([stopped.status, await stopped.text()]).toEqual([403, expect.stringContaining('By your own journal a critical belief') as string]);
    expect(await log()).toHaveLength(before);
    // Without it the request rests on their word, and the team hears nothing of the journal.
    expect(await (await own('POST', '/api/team/sign-offs', { ...request, activity: CRITICAL.activities[0], beliefsFrom: 'word' })).text()).toContain(
      'So far 0 of 5',
    );
    expect(await log()).toHaveLength(before);
  });

  it('takes back from the growth page what the log knows', async () => {
    const { id } = await read<ShownGrowth>(await own('POST', '/api/team/shown-growth', { reader: bosId, shown: shown() }), 201);
    expect((await own('DELETE', `/api/team/shown-growth/${id}`)).status).toBe(204);
    expect((await log())[0]).toMatchObject({ state: 'withdrawn' });
    expect([...bugs, ...team.bugs]).toEqual([]);
  });
});
