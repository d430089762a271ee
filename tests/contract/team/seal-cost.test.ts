/** What a seal costs is how often the server asks its database: counted, because times depend on the machine. */
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { describeWithStore } from '../../../src/store/testing/start-test-store.ts';
import type { Browser } from './create-browser.ts';
import { sampleCase, sampleJudgement } from './sample-case.ts';
import { startTestTeam, type TestTeam } from './start-test-team.ts';
import { whoIs } from './read.ts';

describeWithStore('what a seal costs', () => {
  const asked = vi.spyOn(Client.prototype, 'query');
  let team: TestTeam;
  let [ada, bob] = [] as unknown as [Browser, Browser];
  let pair = '';

  beforeAll(async () => {
    team = await startTestTeam();
    ada = await team.foundOrganisation('acme');
    bob = await team.join(ada, 'bob@acme.example');
    const { id } = await whoIs(bob);
    pair = ((await (await ada.post('/api/team/pairs', { name: 'Ada and Bob', people: [id] })).json()) as { id: string }).id;
  });
  afterAll(async () => {
    await team.stop();
    asked.mockRestore();
  });

  it('asks its database five times, and once more to announce it', async () => {
    const { id: people } = await whoIs(bob);
    const { id: shared } = (await (await ada.post('/api/team/cases', sampleCase(pair))).json()) as { id: string };
    const { id } = (await (await ada.post('/api/team/rounds', { case: shared, people: [people] })).json()) as { id: string };
    const { token } = (await (await bob.post('/api/team/tokens', { name: 'this machine' })).json()) as { token: string };
    const seal = (round: string): Promise<Response> =>
      fetch(`${team.url}/api/team/rounds/${round}/seal`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(sampleJudgement('No run shows it.')),
      });
    // The first use of a token in a day writes that down.
    await fetch(`${team.url}/api/me`, { headers: { authorization: `Bearer ${token}` } });
    asked.mockClear();
    expect((await seal(id)).status).toBe(200);
    const questions = asked.mock.calls.map(([text]) => (typeof text === 'string' ? text : (text as { text: string }).text));
    expect(questions.filter((text) => text.includes('pg_notify')).length).toBeLessThanOrEqual(1);
    expect(questions.filter((text) => !text.includes('pg_notify'))).toHaveLength(5);
  });
});
