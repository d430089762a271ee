import type { TeamClient } from '../../client/team-client.ts';
import { teamRoundListSchema } from '../../model/api/team/rounds.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import type { RoundId } from '../../model/round.ts';
import { findTeam } from '../login/find-team.ts';

export function findMyTeam(home: string): Result<TeamClient, Problem> {
  const team = findTeam(home);
  if (!team.ok) return team;
  return team.value
    ? ok(team.value)
    : failed(problem('conflict', 'This machine is signed in to no team.', { next: 'Run "rounds login" with the address of your team’s server.' }));
}

/** The round for two to go on with: the one whose id begins so, or the first that waits for me; null where none does. */
export async function chooseTeamRound(client: TeamClient, start: string | undefined): Promise<Result<RoundId | null, Problem>> {
  const listed = await client.ask(teamRoundListSchema, { path: '/api/team/rounds' });
  if (!listed.ok) return listed;
  const { rounds } = listed.value;
  const found =
    start === undefined
      ? rounds.toSorted((a, b) => Number(b.state === 'sealing') - Number(a.state === 'sealing')).filter(({ waitsForMe }) => waitsForMe)
      : rounds.filter(({ id }) => id.startsWith(start));
  const [first, second] = found;
  if (start === undefined) return ok(first?.id ?? null);
  if (!first) return failed(problem('not-found', `No round of yours has the id ${start}.`, { next: '"rounds start --team" takes the first that waits.' }));
  return second ? failed(problem('wrong-usage', `More than one round begins with ${start}.`, { next: 'Give more of its id.' })) : ok(first.id);
}
