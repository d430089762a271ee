/** Evidence from where sessions cannot see, linked by a person and checked against real git. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listCheckedEvidence } from '../../../src/app/growth/evidence/check-evidence.ts';
import { linkEvidence, removeEvidence, type EvidenceToLink } from '../../../src/app/growth/evidence/link-evidence.ts';
import { suggestEvidence } from '../../../src/app/growth/evidence/suggest-evidence.ts';
import { showGrowth } from '../../../src/app/growth/show-growth.ts';
import type { EvidenceCandidates } from '../../../src/model/api/evidence.ts';
import { runRounds } from '../cli/run-rounds.ts';
import { startTestServer, take, type TestServer } from '../server/start-test-server.ts';
import { writeSession } from '../server/write-session.ts';

let folder: string;
let shop: string;
let server: TestServer;

const git = (who: string, ...args: string[]): string =>
  execFileSync('git', ['-c', `user.name=${who}`, '-c', 'commit.gpgsign=false', '-c', 'tag.gpgsign=false', ...args], {
    cwd: shop,
    encoding: 'utf8',
    env: { ...process.env, GIT_AUTHOR_EMAIL: `${who}@example.org`, GIT_COMMITTER_EMAIL: `${who}@example.org` },
  });
function put(path: string, text: string, who = 'you'): void {
  mkdirSync(join(shop, path, '..'), { recursive: true });
  writeFileSync(join(shop, path), text);
  git(who, 'add', '-A');
  git(who, 'commit', '-q', '-m', `Add ${path}`);
}

beforeEach(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'rounds evidence ')));
  shop = join(folder, 'shop');
  mkdirSync(shop);
  git('you', 'init', '-q', '-b', 'main');
  git('you', 'config', 'user.email', 'you@example.org');
  put('db/migrations/0001_items.sql', 'create table items ();\n');
  put('db/migrations/0002_theirs.sql', 'create table theirs ();\n', 'ada');
  put('src/app.ts', 'export {};\n');
  git('you', 'tag', '-a', 'v1.0.0', '-m', 'First');
  git('ada', 'tag', '-a', 'v1.1.0', '-m', 'Theirs');
  writeSession(join(folder, 'sessions', 'one.jsonl'), {
    id: 'one',
    cwd: shop,
    startedAt: '2026-03-02T10:00:00.000Z',
    steps: [{ prompt: 'Hello.' }, { say: 'Hello.' }],
  });
  server = await startTestServer({ clock: () => new Date('2026-03-02T12:00:00.000Z') });
});
afterEach(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const link = (over: Partial<EvidenceToLink>) =>
  linkEvidence(server.app, { kind: 'migration', ref: 'db/migrations/0001_items.sql', folder: shop, note: '', ...over });
const states = async () => take(await listCheckedEvidence(server.app)).map(({ evidence, state }) => `${evidence.activity} ${evidence.ref} ${state}`);

describe('evidence a person links', () => {
  it('is what git says it is, kept with its hash, shown under its activity, once', async () => {
    const linked = take(await link({ note: ' expand first ' }));
    // Linked again without a note: the one it has stays.
    take(await link({}));
    expect(linked).toMatchObject({ activity: 'E8', repository: 'shop', hash: git('you', 'rev-parse', 'HEAD:db/migrations/0001_items.sql').trim() });
    expect(take(await link({ kind: 'tag', ref: 'v1.0.0' })).hash).toBe(git('you', 'rev-parse', 'v1.0.0^{commit}').trim());
    const { activities } = take(showGrowth(server.app));
    expect(activities.filter(({ evidence }) => evidence.length > 0).map(({ activity, evidence }) => [activity, evidence.length])).toEqual([
      ['E8', 1],
      ['E10', 1],
    ]);
    expect(activities[7]?.evidence[0]?.note).toBe('expand first');
  });

  it('is refused where git does not know it', async () => {
    writeFileSync(join(shop, 'db/migrations/0003_draft.sql'), 'not committed');
    for (const [over, tag] of [
      [{ ref: 'db/migrations/0003_draft.sql' }, 'not-found'],
      [{ ref: 'db/migrations/nowhere.sql' }, 'not-found'],
      [{ ref: '../../etc/passwd' }, 'bad-input'],
      [{ kind: 'tag', ref: 'v9.9.9' }, 'not-found'],
      [{ kind: 'tag', ref: 'v1.0.0^{tree}' }, 'not-found'],
      [{ kind: 'tag', ref: '--all' }, 'not-found'],
      [{ kind: 'incident', ref: 'notes/none.md' }, 'not-found'],
      [{ kind: 'incident', ref: 'https://me:secret@example.org/17' }, 'bad-input'],
      [{ kind: 'incident', ref: 'javascript://example.org/%0aalert(1)' }, 'bad-input'],
      [{ folder: join(folder, 'gone') }, 'not-found'],
    ] as const)
      expect(await link(over), JSON.stringify(over)).toMatchObject({ ok: false, problem: { tag } });
    expect(server.app.journal.linkedEvidence.listAll()).toEqual([]);
  });

  it('says when it is no longer what it was, and is taken away for good', async () => {
    const { id } = take(await link({}));
    take(await link({ kind: 'tag', ref: 'v1.0.0' }));
    mkdirSync(join(shop, 'notes'));
    writeFileSync(join(shop, 'notes/17.md'), 'The queue stood still.');
    take(await link({ kind: 'incident', ref: 'notes/17.md' }));
    take(await link({ kind: 'incident', ref: 'https://wiki.example.org/17' }));
    expect((await states()).sort()).toEqual(
      ['E10 v1.0.0 same', 'E11 https://wiki.example.org/17 address', 'E11 notes/17.md same', 'E8 db/migrations/0001_items.sql same'].sort(),
    );
    put('db/migrations/0001_items.sql', 'create table items (id int);\n');
    git('you', 'tag', '-d', 'v1.0.0');
    expect((await states()).filter((state) => !/same|address/.test(state)).sort()).toEqual(['E10 v1.0.0 gone', 'E8 db/migrations/0001_items.sql changed']);
    take(removeEvidence(server.app, id));
    expect(removeEvidence(server.app, id)).toMatchObject({ ok: false });
    expect(await states()).toHaveLength(3);
    rmSync(shop, { recursive: true });
    expect((await states()).filter((state) => state.endsWith('elsewhere'))).toHaveLength(2);
  });

  it('is suggested from repositories with sessions: what I added and tagged, and no more once it is linked', async () => {
    expect(take(await suggestEvidence(server.app.journal))).toEqual([]);
    take(await server.app.importer.start({ paths: [join(folder, 'sessions')] }));
    const suggest = async () => take(await suggestEvidence(server.app.journal)).map(({ kind, ref }) => `${kind} ${ref}`);
    expect((await suggest()).sort()).toEqual(['migration db/migrations/0001_items.sql', 'tag v1.0.0']);
    const json = { 'content-type': 'application/json' };
    const post = (path: string, body: object) => server.send({ method: 'POST', path, headers: json, body: JSON.stringify(body) });
    const listed = await server.send({ path: '/api/growth/evidence' });
    expect(listed.body).not.toContain(folder);
    const [first] = (JSON.parse(listed.body) as EvidenceCandidates).candidates;
    const given = { ...first, note: '' };
    expect((await post('/api/growth/evidence', given)).status).toBe(204);
    expect((await post('/api/growth/evidence', given)).status).toBe(404);
    expect((await post('/api/growth/evidence', { ...given, kind: 'incident', ref: '/etc/passwd' })).status).toBe(400);
    expect((await post('/api/growth/evidence', { ...given, ref: '../../../etc/passwd' })).status).toBe(404);
    expect(await suggest()).toHaveLength(1);
    const [linked] = server.app.journal.linkedEvidence.list();
    expect((await post(`/api/growth/evidence/${linked?.id}/remove`, {})).status).toBe(204);
    expect(await suggest()).toHaveLength(2);
  });

  it('is linked, listed and removed in the terminal', () => {
    const home = mkdtempSync(join(folder, 'cli '));
    const run = (...args: string[]) => runRounds(['evidence', ...args], { home, cwd: shop });
    expect(run('list').stdout).toBe('');
    expect(run('add', '--migration', 'db/migrations/0001_items.sql', '--note', 'expand first').stdout).toContain(
      'E8 Change a data model safely: migration db/migrations/0001_items.sql',
    );
    expect(run('add', '--tag', 'v9')).toMatchObject({ status: 2, stderr: expect.stringContaining('There is no tag v9') as string });
    expect(run('add').status).toBe(2);
    const { evidence } = JSON.parse(run('list', '--json').stdout) as { evidence: { evidence: { id: string }; state: string }[] };
    expect(evidence).toMatchObject([{ state: 'same' }]);
    expect(runRounds(['growth'], { home }).stdout).toContain('migration db/migrations/0001_items.sql (shop): expand first');
    expect(run('remove', evidence[0]?.evidence.id ?? '').stdout).toBe('Removed.\n');
  });
});
