import { loadTeamFile } from '../../client/team-file.ts';
import { createTeamClient, type TeamClient } from '../../client/team-client.ts';
import { meSchema, type Where } from '../../model/api/team/accounts.ts';
import { describeProblem, type Problem } from '../../model/problem.ts';
import { ok, type Result } from '../../model/result.ts';

const ANSWER_WITHIN_MS = 3_000;

/** The client of the team this machine is signed in to; null where it is signed in to none. */
export function findTeam(home: string): Result<TeamClient | null, Problem> {
  const file = loadTeamFile(home);
  if (!file.ok) return file;
  return ok(file.value && createTeamClient(file.value));
}

/** Where a page finds itself that this machine's own Rounds serves. A server that is away is told as such, and holds nothing up. */
export async function describeWhere(home: string): Promise<Where> {
  const team = findTeam(home);
  if (!team.ok) return { kind: 'mine', team: { url: '', me: null, problem: describeProblem(team.problem) } };
  if (team.value === null) return { kind: 'mine', team: null };
  const me = await team.value.ask(meSchema, { path: '/api/me', signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
  const { url } = team.value;
  return { kind: 'mine', team: me.ok ? { url, me: me.value, problem: null } : { url, me: null, problem: describeProblem(me.problem) } };
}
