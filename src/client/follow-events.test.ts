import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { followEvents } from './follow-events.ts';
import { createTeamClient, type TeamClient } from './team-client.ts';

const cleanups: (() => void)[] = [];
afterEach(() => cleanups.splice(0).forEach((clean) => clean()));

async function clientOf(listener: RequestListener): Promise<TeamClient> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanups.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return createTeamClient({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token: 'a-token' });
}

it('goes on where a broken stream ended, and misses nothing', async () => {
  const asked: IncomingHttpHeaders[] = [];
  const client = await clientOf((request, response) => {
    asked.push(request.headers);
    const from = Number(request.headers['last-event-id'] ?? 0);
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(`id: ${from + 1}\nevent: changed\ndata: ${from + 1}\n\n`);
    // Now in the middle of an event, now between two, now after having said no.
    setTimeout(() => (from % 2 === 0 ? response.destroy() : response.end('id: 99\ndata: half')), 20);
  });
  const stop = new AbortController();
  const heard: string[] = [];
  for await (const { data } of followEvents({ client, path: '/api/team/events', signal: stop.signal })) {
    heard.push(data);
    if (heard.length === 4) stop.abort();
  }
  expect(heard).toEqual(['1', '2', '3', '4']);
  expect(asked.map((headers) => headers['last-event-id'])).toEqual([undefined, '1', '2', '3']);
  expect(new Set(asked.map(({ authorization }) => authorization))).toEqual(new Set(['Bearer a-token']));
});

it('comes again to a server that is away, and ends where it is refused', async () => {
  const statuses = [503, 502, 401];
  const client = await clientOf((_request, response) => void response.writeHead(statuses.shift() ?? 500).end());
  const lost: (string | null)[] = [];
  const events = followEvents({ client, path: '/api/team/events', signal: AbortSignal.timeout(20_000), onLost: (problem) => lost.push(problem?.tag ?? null) });
  for await (const event of events) throw new Error(`heard ${event.data}`);
  expect(lost).toEqual([null, null, 'not-allowed']);
});

it('says what is wrong where nothing, or something else, answers', async () => {
  const nobody = createTeamClient({ url: 'http://127.0.0.1:1', token: null });
  expect(await nobody.tell({ path: '/api/healthz' })).toMatchObject({ ok: false, problem: { tag: 'cannot-reach' } });
  const other = await clientOf((_request, response) => void response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not Found</h1>'));
  expect(await other.tell({ path: '/api/healthz' })).toMatchObject({ ok: false, problem: { tag: 'cannot-reach' } });
});

it('takes its token nowhere else', async () => {
  const elsewhere: IncomingHttpHeaders[] = [];
  const other = await clientOf((request, response) => {
    elsewhere.push(request.headers);
    response.end('{}');
  });
  const client = await clientOf((_request, response) => void response.writeHead(307, { location: `${other.url}/api/me` }).end());
  expect(await client.tell({ path: '/api/me' })).toMatchObject({ ok: false });
  expect(elsewhere).toEqual([]);
});
