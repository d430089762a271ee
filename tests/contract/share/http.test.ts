/** Sharing over HTTP: the local server's routes, the command line, and a team on loopback that gets the bytes. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveTeamFile } from '../../../src/client/team-file.ts';
import type { SharedItem, SharedList, SharePreview, ShareWithheld } from '../../../src/model/api/share.ts';
import { hashBytes } from '../../../src/probes/tree/pack-tree.ts';
import { startServer, type RunningServer } from '../../../src/server/start-server.ts';
import { LATER, makeShop, SECRETS, type Shop } from './make-shop.ts';
import { createScriptedTeam, startTeamServer } from './team-server.ts';

let shop: Shop;
let server: RunningServer;
let cookie: string;
let far: Awaited<ReturnType<typeof startTeamServer>>;
const team = createScriptedTeam();
const bugs: unknown[] = [];

beforeAll(async () => {
  [shop, far] = [await makeShop(), await startTeamServer(team)];
  const started = await startServer({ app: shop.app, port: 0, webRoot: join(shop.home, 'no web'), reportBug: (error) => bugs.push(error) });
  if (!started.ok) throw new Error(started.problem.what);
  server = started.value;
  const entered = await fetch(server.url, { redirect: 'manual' });
  cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
});
afterAll(async () => {
  await server.close();
  await far.close();
  await shop.remove();
  expect(bugs).toEqual([]);
});

const logIn = () => saveTeamFile(shop.home, { url: far.url, token: 'a-token', tokenId: 't1' });
const call = (path: string, body?: object) =>
  fetch(`${server.origin}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { cookie, origin: server.origin, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
const ask = async <T>(path: string, body?: object): Promise<T> => {
  const answered = await call(path, body);
  if (!answered.ok) throw new Error(await answered.text());
  return (await answered.json()) as T;
};

const main = new URL('../../../src/cli/main.ts', import.meta.url).href;

function rounds(...args: string[]): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const script = `import(${JSON.stringify(main)}).then(({ main }) => main(process.argv.slice(1)))`;
  const child = spawn(process.execPath, ['--eval', script, '--', ...args], {
    env: { PATH: process.env['PATH'] ?? '', HOME: join(shop.repository, '..', '..'), ROUNDS_HOME: shop.home, NO_COLOR: '1' },
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()));
  return new Promise((resolve) => child.once('close', (status) => resolve({ status, ...said })));
}

test('before anyone has logged in a preview says how, and the command line refuses', async () => {
  const preview = await ask<SharePreview>(`/api/moments/${shop.moment.id}/share-preview`, {});
  expect(preview.hindrance).toContain('rounds login URL');
  expect((await call(`/api/moments/${shop.moment.id}/share`, { digest: preview.digest })).status).toBe(403);
  const refused = await rounds('share', shop.moment.id, '--yes');
  expect(refused).toMatchObject({ status: 2 });
  expect(refused.stderr).toContain('rounds login URL');
  expect(far.got).toEqual([]);
});

test('a page sees what would leave, opens a file of it and what is sealed, and the team gets those bytes with their digest', async () => {
  logIn();
  const path = `/api/moments/${shop.moment.id}`;
  const preview = await ask<SharePreview>(`${path}/share-preview`, {});
  expect(preview).toMatchObject({ hindrance: null, to: { pair: { name: 'Maria and Tom' } } });
  expect(JSON.stringify(preview)).not.toContain(LATER);
  expect(JSON.stringify(await ask<ShareWithheld>(`${path}/share-withheld`, {}))).toContain(LATER);
  const file = await ask<{ text: string }>(`/api/shared/previews/${preview.digest}/file?path=src/mail.ts`);
  expect(file.text).toMatch(/owner = '\[email-\d\]'/);
  expect((await call(`/api/shared/previews/${preview.digest}/file?path=.env`)).status).toBe(404);
  const bytes = Buffer.from(await (await call(`/api/shared/previews/${preview.digest}/bytes`)).arrayBuffer());
  expect(hashBytes(bytes)).toBe(preview.digest);

  const item = await ask<SharedItem>(`${path}/share`, { digest: preview.digest });
  expect(item).toMatchObject({ state: 'sent', digest: preview.digest, to: 'Maria and Tom: Maria, Tom' });
  const posted = far.got.find(({ method }) => method === 'POST');
  expect(posted?.path).toBe('/api/team/cases');
  expect(posted?.body.equals(bytes)).toBe(true);
  expect(posted?.headers['content-digest']).toBe(`sha-256=:${Buffer.from(preview.digest, 'hex').toString('base64')}:`);
  for (const secret of Object.values(SECRETS)) expect(posted?.body.includes(secret)).toBe(false);
  expect((await ask<SharedList>('/api/shared')).items).toMatchObject([{ state: 'sent' }]);
  expect((await call(`${path}/share`, { digest: 'a'.repeat(64) })).status).toBe(409);
});

test('the command line previews, refuses without a terminal, sends with --yes, lists and forgets', async () => {
  const before = team.posts.length;
  const shown = await rounds('share', shop.moment.id, '--preview', '--fix', 'main');
  expect(shown.status).toBe(0);
  expect(shown.stdout).toMatch(/Who will see it {2}Maria and Tom: Maria, Tom, on 127\.0\.0\.1/);
  expect(shown.stdout).toContain('[secret:github-token-1]');
  expect(shown.stdout).toMatch(/\.env: holds secrets/);
  expect(shown.stdout + shown.stderr).not.toContain(LATER);
  expect(await rounds('share', shop.moment.id)).toMatchObject({ status: 2 });
  expect(await rounds('share', shop.moment.id, '--pair', 'nobody')).toMatchObject({ status: 2 });
  expect(team.posts).toHaveLength(before);
  const bytes = await rounds('share', shop.moment.id, '--bytes', '--pair', 'maria and tom', '--paths', 'src', 'test', '--redact', 'basket');
  expect(bytes.stdout).not.toContain('basket');
  const sent = await rounds('share', shop.moment.id, '--paths', 'src', 'test', '--redact', 'basket', '--yes', '--json');
  const item = JSON.parse(sent.stdout) as SharedItem;
  expect(item.digest).toBe(hashBytes(Buffer.from(bytes.stdout.trimEnd())));
  const log = await rounds('log');
  expect(log.stdout.split('\n').filter((line) => line.includes('Maria and Tom'))).toHaveLength(2);
  expect(await rounds('forget', item.case ?? '')).toMatchObject({ status: 2 });
  expect(await rounds('forget', item.case ?? '', '--yes')).toMatchObject({ status: 0, stdout: 'Forgotten.\n' });
  const listed = JSON.parse((await rounds('log', '--json')).stdout) as SharedList;
  expect(listed.items.map(({ state }) => state).toSorted()).toEqual(['forgotten', 'sent']);
});

test('a team that hangs up in the middle is told as such; the log says so, and sending again ends it', async () => {
  team.mood = 'deaf';
  const cut = await rounds('share', shop.moment.id, '--tree', 'none', '--yes');
  expect(cut.status).toBe(4);
  expect((await rounds('log')).stdout).toContain('no answer came');
  team.mood = 'well';
  const again = await rounds('share', shop.moment.id, '--tree', 'none', '--yes');
  expect(again.stdout).toMatch(/Shared as c_/);
  expect((await rounds('log')).stdout).not.toContain('no answer came');
});
