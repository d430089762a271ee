import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { ChangeFeed, NumberedChange } from './change-feed.ts';

const HEARTBEAT_MS = 20_000;
const RECONNECT_MS = 1_000;

/**
 * Server-sent events: `import` with its progress, `changed` with the id of a session or round. A page that comes back with
 * Last-Event-ID gets what it missed, or `changed` with `{"all":true}` where that is not known: the server was restarted, or this is
 * the page's first stream, opened after it asked for what it shows.
 */
export function createEventRoutes(feed: ChangeFeed, stopping: AbortSignal) {
  return new Hono().get('/', (c) => {
    // Nobody would ever read the stream that answers a HEAD, so it would never end.
    if (c.req.method === 'HEAD') return c.body(null, 200, { 'content-type': 'text/event-stream' });
    const lastId = c.req.header('last-event-id');
    c.header('x-accel-buffering', 'no');
    return streamSSE(c, async (stream) => {
      const send = ({ id, name, data }: Pick<NumberedChange, 'id' | 'name' | 'data'>): void =>
        void stream.writeSSE({ id, event: name, data: JSON.stringify(data) });
      // Subscribed before anything is written: a change in between would be neither missed nor new.
      const unsubscribe = feed.subscribe(send);
      const missed = lastId === undefined ? null : feed.missedSince(lastId);
      await stream.writeSSE({ event: 'ready', id: feed.latestId(), data: '{}', retry: RECONNECT_MS });
      if (missed) missed.forEach(send);
      else send({ id: feed.latestId(), name: 'changed', data: { all: true } });
      const heartbeat = setInterval(() => void stream.write(': still here\n\n'), HEARTBEAT_MS);
      await new Promise<void>((resolve) => {
        stream.onAbort(resolve);
        stopping.addEventListener('abort', () => resolve(), { once: true });
        if (stream.aborted || stopping.aborted) resolve();
      });
      clearInterval(heartbeat);
      unsubscribe();
    });
  });
}
