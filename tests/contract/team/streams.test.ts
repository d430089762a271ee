/** What changes for the team, live on a page of one's own Rounds, for as long as its person is signed in. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { saveTeamFile } from '../../../src/client/team-file.ts';
import type { MadeToken, Person } from '../../../src/model/api/team/accounts.ts';
import { describeWithStore } from '../../../src/store/testing/start-test-store.ts';
import { startTestServer, take, type TestServer } from '../server/start-test-server.ts';
import type { Browser } from './create-browser.ts';
import { startTestTeam, type TestTeam } from './start-test-team.ts';

describeWithStore('a stream of changes', () => {
  let team: TestTeam;
  let mine: TestServer;
  let owner: Browser;
  let other: Browser;

  beforeAll(async () => {
    team = await startTestTeam({ recheckStreamsMs: 50 });
    owner = await team.foundOrganisation('acme');
    other = await team.join(owner, 'other@acme.example');
    mine = await startTestServer();
    const made = (await (await owner.post('/api/team/tokens', { name: 'mine' })).json()) as MadeToken;
    take(saveTeamFile(mine.app.journal.home, { url: team.url, token: made.token, tokenId: made.id }));
  });
  afterAll(async () => {
    await mine.stop();
    await team.stop();
  });

  const listen = (headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
    fetch(`${mine.origin}/api/team/events`, { headers: { authorization: `Bearer ${mine.token}`, ...headers } });
  const makePair = async (name: string): Promise<void> => {
    const { people } = (await (await other.get('/api/team/people')).json()) as { people: Person[] };
    const made = await other.post('/api/team/pairs', { name, people: people.map(({ id }) => id) });
    expect(made.status).toBe(201);
  };

  it('passes through as it happens, and goes on where it was', async () => {
    const first = await listen();
    expect([first.status, first.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
    const reader = first.body?.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    const until = async (what: RegExp): Promise<void> => {
      while (!what.test(heard)) heard += (await reader?.read())?.value ?? '';
    };
    await until(/event: ready/);
    await makePair('one');
    await until(/event: changed[\s\S]*id: \d+\n\n|id: \d+[\s\S]*\n\n/);
    const id = /id: (\d+)/.exec(heard)?.[1] ?? '';
    await reader?.cancel();

    await makePair('two');
    const second = await listen({ 'last-event-id': id });
    const again = second.body?.pipeThrough(new TextDecoderStream()).getReader();
    let missed = '';
    while (!missed.includes(`id: ${Number(id) + 1}`)) missed += (await again?.read())?.value ?? '';
    await again?.cancel();
  });

  it('ends when its person has signed out everywhere', async () => {
    const open = await listen();
    const direct = await other.get('/api/team/events');
    expect((await other.post('/api/team/sign-out-everywhere')).status).toBe(204);
    expect(await direct.text()).toContain('event: ready');
    expect((await owner.post('/api/team/sign-out-everywhere')).status).toBe(204);
    expect(await open.text()).toContain('event: ready');
    expect((await listen()).status).toBe(409);
  });

  it('made no mistakes on the way', () => expect([team.bugs, mine.bugs]).toEqual([[], []]));
});
