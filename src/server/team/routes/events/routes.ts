import { streamSSE } from 'hono/streaming';
import { explainFailure } from '../../../../app/team/explain-failure.ts';
import { followChanges } from '../../../../app/team/follow-changes.ts';
import type { TeamContext } from '../../team-context.ts';
import { defineRoute, type TeamRoute } from '../define-route.ts';

const HEARTBEAT_MS = 20_000;
const RECONNECT_MS = 1_000;

/**
 * Server-sent events of what changed for whoever asks, numbered without a gap: a page that comes back with Last-Event-ID, to this
 * server or another of the same database, gets what it missed, or `{"all":true}` where that is too much or too long ago. Whoever
 * signs out everywhere, or revokes the token a stream was opened with, ends the stream too, within a minute.
 */
export const createTeamEventRoutes = ({ app, auth, stopping, recheckStreamsMs, reportBug }: TeamContext): readonly TeamRoute[] => {
  return [
    defineRoute({
      method: 'GET',
      path: '/api/team/events',
      may: 'member',
      handle: ({ c, caller }) => {
        const lastId = c.req.header('last-event-id') ?? '';
        c.header('x-accel-buffering', 'no');
        return streamSSE(c, async (stream) => {
          const gone = new AbortController();
          stream.onAbort(() => gone.abort());
          const signal = AbortSignal.any([gone.signal, stopping]);
          await stream.writeSSE({ event: 'ready', data: '{}', retry: RECONNECT_MS });
          const heartbeat = setInterval(() => void stream.write(': still here\n\n'), HEARTBEAT_MS);
          const recheck = setInterval(() => void endOnceSignedOut(c.req.raw.headers, gone), recheckStreamsMs);
          try {
            await followChanges(app, caller, {
              since: /^\d{1,15}$/.test(lastId) ? Number(lastId) : null,
              tell: ({ id, name, data }) => stream.writeSSE({ id: String(id), event: name, data: JSON.stringify(data) }),
              signal,
            });
          } finally {
            clearInterval(heartbeat);
            clearInterval(recheck);
          }
        });
      },
    }),
  ];

  async function endOnceSignedOut(headers: Headers, gone: AbortController): Promise<void> {
    try {
      const { caller } = await auth.identify(headers);
      if (caller === null) gone.abort();
    } catch (error) {
      // A database that is away for a moment signs nobody out.
      if (explainFailure(error) === null) reportBug(error);
    }
  }
};
