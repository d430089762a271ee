import { Hono } from 'hono';
import { findTeam } from '../../../app/login/find-team.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { limitBody } from '../../limit-body.ts';
import { toProblemResponse } from '../../problem-response.ts';
import type { ServerContext } from '../../server-context.ts';
import { endQuietly } from './end-quietly.ts';

const MAX_BODY_BYTES = 4 * 1024 * 1024;
/** All that goes on to the team server. Cookies are between this machine's browser and this machine; origins are ours to check. */
const SENT_ON = ['accept', 'accept-language', 'content-type', 'last-event-id'] as const;
/** All that comes back; what belongs to one connection (RFC 9110, 7.6.1) and cookies do not. */
const HANDED_BACK = ['content-type', 'cache-control', 'retry-after', 'allow', 'etag', 'x-accel-buffering'] as const;

/** What people share, for a page of this machine: /api/team/* as the team server answers it to whom `rounds login` signed in. */
export function createTeamPassThrough({ app }: ServerContext, stopping: AbortSignal) {
  return new Hono().all('*', limitBody(MAX_BODY_BYTES), async (c) => {
    const team = findTeam(app.journal.home);
    if (!team.ok) return toProblemResponse(c, team.problem);
    if (team.value === null) return toProblemResponse(c, noTeam());
    const { pathname, search } = new URL(c.req.url);
    // Dots in the path have been resolved by now.
    if (!pathname.startsWith('/api/team/')) return toProblemResponse(c, problem('not-found', 'There is no such thing here.'));
    const signal = AbortSignal.any([c.req.raw.signal, stopping]);
    const { body } = c.req.raw;
    const sent = await team.value.send({ method: c.req.method, path: pathname + search, headers: pick(c.req.raw.headers, SENT_ON), body, signal });
    if (!sent.ok) return toProblemResponse(c, sent.problem);
    // 401 is for a page that this machine does not know; here the team server does not know this machine.
    if (sent.value.status === 401) {
      await sent.value.body?.cancel();
      return toProblemResponse(
        c,
        problem('conflict', 'The team server does not know this machine any more.', { next: `Run "rounds login ${team.value.url}".` }),
      );
    }
    const isEvents = sent.value.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
    const answered = sent.value.body && endQuietly(sent.value.body, () => isEvents || signal.aborted);
    return new Response(answered, { status: sent.value.status, headers: pick(sent.value.headers, HANDED_BACK) });
  });
}

export const noTeam = (): Problem =>
  problem('conflict', 'This machine is signed in to no team.', { next: 'Run "rounds login" with the address of your team’s server.' });

function pick(headers: Headers, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (headers.has(name) ? [[name, headers.get(name) ?? '']] : [])));
}
