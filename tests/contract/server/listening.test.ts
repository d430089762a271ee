/** Where the server listens: loopback, a free port, or the Rounds of the same home that is already there. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { connect } from 'node:net';
import { rmSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_PORT, startServer } from '../../../src/server/start-server.ts';
import { makeHome, openTestApp, sendTo, startTestServer, take, type TestServer } from './start-test-server.ts';

const cleanups: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

async function started(options: Parameters<typeof startTestServer>[0] = {}): Promise<TestServer> {
  const server = await startTestServer(options);
  cleanups.push(server.stop);
  return server;
}

function another(home: string, port: number) {
  const app = openTestApp(home, () => new Date());
  cleanups.push(app.close);
  return startServer({ app, port, webRoot: home, reportBug: () => {} });
}

async function stranger(answer: (url: string) => string): Promise<{ port: number; seen: string[] }> {
  const seen: string[] = [];
  const server: Server = createServer((incoming, outgoing) => {
    seen.push(`${incoming.url ?? ''} ${JSON.stringify(incoming.headers)}`);
    const body = answer(incoming.url ?? '');
    outgoing.setHeader('content-length', Buffer.byteLength(body)).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanups.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { port: (server.address() as AddressInfo).port, seen };
}

describe('startServer', () => {
  it('cannot be reached from other addresses of this machine', async () => {
    const { port } = await started();
    const outside = Object.values(networkInterfaces()).flatMap((addresses) =>
      (addresses ?? []).filter(({ internal, family }) => !internal && family === 'IPv4'),
    );
    for (const { address } of outside) {
      const reached = await new Promise((resolve) => {
        const socket = connect({ host: address, port, timeout: 500 }, () => resolve(true));
        socket.on('error', () => resolve(false)).on('timeout', () => resolve(false));
        cleanups.push(() => void socket.destroy());
      });
      expect(reached).toBe(false);
    }
  });

  it.each(['0.0.0.0', '::', '192.0.2.1', 'example.org'])('does not listen on %s', async (host) => {
    const home = makeHome();
    const app = openTestApp(home, () => new Date());
    cleanups.push(() => rmSync(home, { recursive: true, force: true }), app.close);
    const result = await startServer({ app, host, port: 0, webRoot: home, reportBug: () => {} });
    expect(result.ok ? null : result.problem.tag).toBe('wrong-usage');
  });

  it('uses the Rounds of the same home that already serves, and leaves it running', async () => {
    const first = await started();
    const second = take(await another(first.home, first.port));
    expect(second).toMatchObject({ reused: true, url: first.url });
    await second.close();
    expect((await first.send({ path: '/api/import' })).status).toBe(200);
  });

  it('takes 4777 or the next free port when none is asked for, and finds its own home there again', async () => {
    const homes = [makeHome(), makeHome()] as const;
    const serve = async (home: string) => {
      const app = openTestApp(home, () => new Date());
      const server = take(await startServer({ app, webRoot: home, reportBug: () => {} }));
      cleanups.push(app.close, server.close);
      return server;
    };
    cleanups.push(() => homes.forEach((home) => rmSync(home, { recursive: true, force: true })));
    const [first, second, again] = [await serve(homes[0]), await serve(homes[1]), await serve(homes[0])];
    const [one, two] = [first, second].map(({ origin }) => Number(new URL(origin).port)) as [number, number];
    expect(one).toBeGreaterThanOrEqual(DEFAULT_PORT);
    expect(two).toBeGreaterThan(one);
    expect(again).toMatchObject({ reused: true, url: first.url });
  });

  it('says so when the port is another home’s, and tells neither the other’s token', async () => {
    const first = await started();
    const home = makeHome();
    cleanups.push(() => rmSync(home, { recursive: true, force: true }));
    const second = await another(home, first.port);
    expect(second.ok ? null : second.problem).toMatchObject({ tag: 'cannot-reach', what: `Port ${first.port} is taken by another program.` });
  });

  it('never shows its token to a stranger on the port, nor believes one that passes the question on', async () => {
    const first = await started();
    const silent = await stranger(() => 'hello');
    const refused = await another(first.home, silent.port);
    expect(refused.ok).toBe(false);
    expect(silent.seen.length).toBeGreaterThan(0);
    expect(silent.seen.join()).not.toContain(first.token);

    const challenge = 'c'.repeat(32);
    const real = await sendTo(first.port, { path: `/.well-known/rounds?challenge=${challenge}` });
    expect(real.status).toBe(200);
    expect(real.body).not.toContain(first.token);
    const between = await stranger(() => real.body);
    expect((await another(first.home, between.port)).ok).toBe(false);
  });

  it('lets tabs of before a restart go on', async () => {
    const first = await started();
    const cookie = `rounds_${first.port}=${first.token}`;
    await first.close();
    const again = take(await another(first.home, first.port));
    cleanups.push(again.close);
    expect(again.url).toBe(first.url);
    expect((await sendTo(first.port, { path: '/api/import', headers: { cookie } })).status).toBe(200);
  });

  it('stops while a page listens for events', async () => {
    const server = await started();
    const events = fetch(`${server.origin}/api/events`, { headers: { authorization: `Bearer ${server.token}` } });
    expect((await events).status).toBe(200);
    await server.close();
    await expect(fetch(`${server.origin}/`)).rejects.toThrow();
  });
});
