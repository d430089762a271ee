/** Server-sent events: heard as they happen, and caught up on after a break. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startServer } from '../../../src/server/start-server.ts';
import type { RoundView } from '../../../src/model/api/rounds.ts';
import { writeBlindSessions } from './blind-sessions.ts';
import { followEvents } from './follow-events.ts';
import { startTestServer, take, type TestServer } from './start-test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  const { folder } = writeBlindSessions(server.home, '2026-03-02T09:00:00.000Z');
  take(await server.app.importer.start({ paths: [folder] }));
});
afterEach(() => server.stop());

const lastIdIn = (heard: string): string => [...heard.matchAll(/^id: (.+)$/gm)].at(-1)?.[1] ?? '';

async function start(index: number): Promise<RoundView> {
  const session = server.app.journal.sessions.list({ limit: 10 })[index]?.id;
  const moment = session && server.app.journal.moments.listOfSession(session)[0]?.moment.id;
  const { body, status } = await server.send({
    method: 'POST',
    path: '/api/rounds',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ moment }),
  });
  expect(status).toBe(200);
  return JSON.parse(body) as RoundView;
}

describe('GET /api/events', () => {
  it('tells a page what happens while it listens, to every page', async () => {
    const [one, two] = [await followEvents(server), await followEvents(server)];
    const { id } = await start(0);
    for (const page of [one, two]) {
      expect(await page.until(id, 1)).toContain(`data: {"round":"${id}","state":"sealing"}`);
      page.stop();
    }
  });

  it('tells a page that comes back what it missed, once', async () => {
    const before = await followEvents(server);
    const first = await start(0);
    const lastId = lastIdIn(await before.until(first.id, 1));
    before.stop();
    const second = await start(1);
    const after = await followEvents(server, { 'last-event-id': lastId });
    const heard = await after.until(second.id, 1);
    expect(heard).not.toContain(first.id);
    expect(heard).not.toContain('"all":true');
    after.stop();
  });

  it('tells a page at its first stream to load everything: it asked before it listened', async () => {
    const page = await followEvents(server);
    expect(await page.until('"all":true', 1)).toContain('event: changed');
    page.stop();
  });

  it('tells a page of before a restart to load everything again', async () => {
    const before = await followEvents(server);
    const lastId = lastIdIn(await before.until('ready', 1));
    before.stop();
    await server.close();
    const again = take(await startServer({ app: server.app, port: server.port, webRoot: server.webRoot, reportBug: () => {} }));
    const after = await followEvents(server, { 'last-event-id': lastId });
    expect(await after.until('"all":true', 1)).toContain('event: changed');
    after.stop();
    await again.close();
  });

  it('answers HEAD without beginning a stream', async () => {
    const { status, body } = await server.send({ method: 'HEAD', path: '/api/events' });
    expect([status, body]).toEqual([200, '']);
  });

  it('tells how an import goes on and that it ended', async () => {
    const page = await followEvents(server);
    const { status, body } = await server.send({ method: 'POST', path: '/api/import' });
    expect([status, (JSON.parse(body) as { running: boolean }).running]).toEqual([202, true]);
    const heard = await page.until('"sessions":true', 1);
    expect(heard).toContain('event: import');
    expect(heard).toContain('"running":false');
    page.stop();
  });
});
