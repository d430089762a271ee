/** A round goes on where it was after the server was killed, in the tab that was open. */
import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RoundView } from '../../../src/model/api/rounds.ts';
import { writeBlindSessions } from './blind-sessions.ts';
import { makeHome, openTestApp, sendTo, take, type Answered } from './start-test-server.ts';

const home = makeHome();
let child: ChildProcess;
let port = 0;
let cookie = '';
let moment = '';

const source = (path: string): string => JSON.stringify(new URL(`../../../src/${path}`, import.meta.url).href);

/** A process of its own that serves `home`; returns the address it prints. */
async function serve(): Promise<string> {
  const environment = {
    variables: { ROUNDS_HOME: join(home, 'rounds') },
    platform: process.platform,
    userHome: home,
    folder: home,
    version: '0.0.0',
    demoFolder: home,
  };
  const script = `
    import { openApp } from ${source('app/open-app.ts')};
    import { startServer } from ${source('server/start-server.ts')};
    const app = openApp({ environment: ${JSON.stringify(environment)} }).value;
    const server = await startServer({ app, port: ${port}, webRoot: ${JSON.stringify(home)}, reportBug: console.error });
    console.log(server.value.url);`;
  child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  if (!child.stdout) throw new Error('no output');
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error('the server ended without a word');
}

async function kill(): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

async function killAndServe(): Promise<void> {
  await kill();
  await serve();
}

const send = (method: string, path: string, body?: unknown): Promise<Answered> =>
  sendTo(port, {
    method,
    path,
    headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    body: body === undefined ? undefined : JSON.stringify(body),
  });

beforeAll(async () => {
  const app = openTestApp(home, () => new Date());
  take(await app.importer.start({ paths: [writeBlindSessions(home, '2026-03-02T09:00:00.000Z').folder] }));
  const session = app.journal.sessions.list({ limit: 1 })[0];
  moment = (session && app.journal.moments.listOfSession(session.id)[0]?.moment.id) ?? '';
  await app.close();
  const url = new URL(await serve());
  port = Number(url.port);
  cookie = String((await sendTo(port, { path: `${url.pathname}${url.search}` })).headers['set-cookie']).split(';')[0] ?? '';
});
afterAll(async () => {
  await kill();
  rmSync(home, { recursive: true, force: true });
});

it('loses nothing that was acknowledged, step by step', async () => {
  const { id } = JSON.parse((await send('POST', '/api/rounds', { moment })).body) as RoundView;
  const round = async (): Promise<RoundView> => JSON.parse((await send('GET', `/api/rounds/${id}`)).body) as RoundView;

  expect((await send('PUT', `/api/rounds/${id}/draft`, { reason: 'half a thou' })).status).toBe(204);
  await killAndServe();
  expect(await round()).toMatchObject({ state: 'sealing', draft: { reason: 'half a thou' } });

  const judgement = { verdict: 'accept', lines: [], reason: 'a thought', proposition: 'It holds.', probability: 70, changeMyMind: '', knewOutcome: false };
  expect((await send('POST', `/api/rounds/${id}/seal`, judgement)).status).toBe(200);
  await killAndServe();
  expect(await round()).toMatchObject({ state: 'revealed', judgement });
  expect((await send('POST', `/api/rounds/${id}/seal`, judgement)).status).toBe(409);

  expect((await send('POST', `/api/rounds/${id}/debrief`)).status).toBe(200);
  expect((await send('PUT', `/api/rounds/${id}/debrief-draft`, { nextTime: 'ask' })).status).toBe(204);
  await killAndServe();
  expect(await round()).toMatchObject({ state: 'debrief', debriefDraft: { nextTime: 'ask' } });

  const debrief = {
    generalRule: 'Believe a claim only with its run.',
    whatWasRight: 'The test came first.',
    nextTime: 'Ask for it.',
    uncertainties: '',
    changedMind: '',
  };
  expect((await send('POST', `/api/rounds/${id}/close`, debrief)).status).toBe(200);
  await killAndServe();
  expect(await round()).toMatchObject({ state: 'closed', debrief });
});
