/** After `forget`: the bytes of the database, of a backup made before and one made after, and of the log. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SharedCase } from '../../../src/model/api/team/cases.ts';
import type { TeamRound } from '../../../src/model/team/team-round.ts';
import { writeBackup } from '../../../src/store/backup/write-backup.ts';
import { withClient } from '../../../src/store/postgres/with-client.ts';
import { describeWithStore } from '../../../src/store/testing/start-test-store.ts';
import type { Browser } from './create-browser.ts';
import { sampleCase, sampleJudgement } from './sample-case.ts';
import { startTestTeam, type TestTeam } from './start-test-team.ts';
import { read, whoIs } from './read.ts';

const CONTENT = 'zebra-crossing-content-93';
const OWN_WORDS = 'these are my own words 55';

describeWithStore('a forgotten case', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rounds-forget-'));
  let team: TestTeam;
  let [ada, bob] = [] as unknown as [Browser, Browser];
  let round = '';

  beforeAll(async () => {
    team = await startTestTeam();
    ada = await team.foundOrganisation('acme');
    bob = await team.join(ada, 'bob@acme.example');
    const bobsId = (await whoIs(bob)).id;
    const { id: pair } = await read<{ id: string }>(await ada.post('/api/team/pairs', { name: 'Two', people: [bobsId] }));
    const { id: shared } = await read<SharedCase>(await ada.post('/api/team/cases', sampleCase(pair, CONTENT)));
    round = (await read<TeamRound>(await ada.post('/api/team/rounds', { case: shared, people: [bobsId] }))).id;
    await bob.post(`/api/team/rounds/${round}/seal`, sampleJudgement(OWN_WORDS));
    await ada.post(`/api/team/rounds/${round}/pass`);
    const probe = { target: 'agent', path: 'probe.test.js', code: `// ${CONTENT}`, claim: 'It fails.' };
    expect((await bob.post('/api/team/probes', { round, probe })).status).toBe(201);
    expect(await (await bob.get(`/api/team/rounds/${round}`)).text()).toContain(CONTENT);
    await backUp('before');
    expect((await ada.post(`/api/team/cases/${shared}/forget`)).status).toBe(204);
    await backUp('after');
    await withClient(team.database.owner, (client) => client.query('checkpoint').catch(() => undefined));
  });
  afterAll(async () => {
    await team.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const backUp = (name: string) => withClient(team.database.owner, (client) => writeBackup(client, { file: join(folder, name), rounds: '0', at: new Date() }));

  it('is in no byte of the database, its write-ahead log, any backup, or the log', () => {
    let bytes = 0;
    for (const file of [...listFiles(team.database.dataFolder), ...listFiles(folder)]) {
      const held = unpack(readFileSync(file));
      bytes += held.length;
      expect(held.includes(CONTENT), file).toBe(false);
    }
    expect(bytes).toBeGreaterThan(1_000_000);
    expect(team.logged()).not.toContain(CONTENT);
  });

  it('cannot be read with a backup from before, whose key is gone', async () => {
    const seen = await read<TeamRound>(await bob.get(`/api/team/rounds/${round}`));
    expect(seen.case.content).toBeNull();
    const key = readdirSync(team.keyFolder).filter((name) => name.startsWith(`case-${seen.case.id}`));
    expect(key.filter((name) => !name.endsWith('.gone'))).toEqual([]);
    expect((await team.app.keys.decrypt(`case-${seen.case.id}`, 'anything', Buffer.alloc(64))).ok).toBe(false);
  });

  it('leaves everyone their own words', async () => {
    const seen = await read<TeamRound>(await bob.get(`/api/team/rounds/${round}`));
    expect(seen.answers?.[0]?.judgement?.reason).toBe(OWN_WORDS);
    expect(JSON.stringify(seen)).not.toContain(CONTENT);
    expect(await (await bob.get(`/api/team/probes?round=${round}`)).text()).not.toContain(CONTENT);
  });
});

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

const unpack = (bytes: Buffer): Buffer => (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes);
