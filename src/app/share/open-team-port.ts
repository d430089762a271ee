import type { Problem } from '../../model/problem.ts';
import { ok, type Result } from '../../model/result.ts';
import { sharedCaseSchema } from '../../model/api/team/cases.ts';
import { pairListSchema } from '../../model/api/team/pairs.ts';
import type { TeamClient } from '../../client/team-client.ts';
import type { App } from '../app.ts';
import { findTeam } from '../login/find-team.ts';
import type { TeamPort } from './team-port.ts';

/** Two archives of the largest size over a slow line; and what only asks. */
const SENT_WITHIN_MS = 10 * 60_000;
const ANSWER_WITHIN_MS = 10_000;

/** Sharing with the team this machine is signed in to; null where it is signed in to none. */
export function openTeamPort({ journal }: Pick<App, 'journal'>): Result<TeamPort | null, Problem> {
  const team = findTeam(journal.home);
  return team.ok ? ok(team.value && createTeamPort(team.value)) : team;
}

export function createTeamPort(client: TeamClient): TeamPort {
  return {
    host: new URL(client.url).host,
    async listPairs() {
      const listed = await client.ask(pairListSchema, { path: '/api/team/pairs', signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
      return listed.ok ? ok(listed.value.pairs) : listed;
    },
    postCase: ({ bytes, digest }) =>
      client.ask(sharedCaseSchema, {
        method: 'POST',
        path: '/api/team/cases',
        // RFC 9530: whoever stands between cannot change what was previewed without being noticed.
        headers: { 'content-type': 'application/json', 'content-digest': `sha-256=:${Buffer.from(digest, 'hex').toString('base64')}:` },
        body: new Blob([new Uint8Array(bytes)]).stream(),
        signal: AbortSignal.timeout(SENT_WITHIN_MS),
      }),
    forgetCase: (id) => client.tell({ method: 'POST', path: `/api/team/cases/${id}/forget`, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) }),
  };
}
