import { z } from 'zod';
import { meSchema } from '../../model/api/team/accounts.ts';
import { credentialListSchema, type CredentialList } from '../../model/api/team/credentials.ts';
import { programmeListSchema } from '../../model/api/team/programmes.ts';
import { projectListSchema } from '../../model/api/team/projects.ts';
import { describeProblem, type Problem } from '../../model/problem.ts';
import type { PortfolioMaterial } from '../../model/portfolio.ts';
import { ok, type Result } from '../../model/result.ts';
import type { TeamProgramme } from '../../model/team/programme.ts';
import type { Asking } from '../lessons/lessons-port.ts';
import { findTeam } from '../login/find-team.ts';

/** What the team's server adds to a portfolio: what was signed off, and the programme's dates, meetings and projects. */
export interface TeamParts {
  readonly signedLevels: readonly Omit<PortfolioMaterial['signedLevels'][number], 'name'>[];
  readonly programme: Pick<PortfolioMaterial['year'], 'startedAt' | 'completedAt' | 'checkIns' | 'projects'>;
  /** Why it says nothing though this machine is signed in; null where it answered, or there is none. */
  readonly away: string | null;
}

const NONE: TeamParts = Object.freeze({ signedLevels: [], programme: { startedAt: null, completedAt: null, checkIns: [], projects: [] }, away: null });
const WITHIN_MS = 5_000;

/** Only what I may see there anyway is asked for; nothing is sent. */
export async function readTeamParts(home: string): Promise<TeamParts> {
  const team = findTeam(home);
  if (!team.ok) return { ...NONE, away: describeProblem(team.problem) };
  if (team.value === null) return NONE;
  const read = await readFrom(team.value);
  return read.ok ? read.value : { ...NONE, away: describeProblem(read.problem) };
}

async function readFrom(client: Asking): Promise<Result<TeamParts, Problem>> {
  const ask = <S extends z.ZodType>(schema: S, path: string): Promise<Result<z.output<S>, Problem>> =>
    client.ask(schema, { path, signal: AbortSignal.timeout(WITHIN_MS) });
  const me = await ask(meSchema, '/api/me');
  if (!me.ok) return me;
  const credentials = await ask(credentialListSchema, '/api/team/credentials');
  if (!credentials.ok) return credentials;
  const years = await ask(programmeListSchema, '/api/team/programmes');
  if (!years.ok) return years;
  const own = years.value.programmes.filter(({ preceptee, state }) => preceptee.id === me.value.id && state !== 'planned' && state !== 'ended');
  // The latest; those before it are in the portfolios made then.
  const [year] = own.toSorted((a, b) => b.startsAt.localeCompare(a.startsAt));
  const projects = year ? await readProjects(client, year) : ok([]);
  if (!projects.ok) return projects;
  return ok({
    signedLevels: keepLatest(credentials.value.signedOff),
    programme: year ? { ...toDates(year), projects: projects.value } : NONE.programme,
    away: null,
  });
}

/** One that was signed anew at the same level takes the place of the one before; what was reversed is gone. */
export function keepLatest(signedOff: CredentialList['signedOff']): TeamParts['signedLevels'] {
  const left = signedOff.filter(({ state }) => state !== 'reversed');
  const isRenewed = (one: (typeof left)[number]): boolean =>
    left.some(({ activity, level, signedAt }) => activity === one.activity && level === one.level && signedAt > one.signedAt);
  return left
    .filter((one) => !isRenewed(one))
    .map(({ id, activity, level, signer, signedAt, expiresAt }) => ({ id, activity, level, signer, signedAt, expiresAt }));
}

function toDates(year: TeamProgramme): Pick<TeamParts['programme'], 'startedAt' | 'completedAt' | 'checkIns'> {
  const checkIns = year.meetings.flatMap(({ kind, heldAt }) => (heldAt === null ? [] : [{ kind, at: heldAt }]));
  return { startedAt: year.startsAt, completedAt: year.completedAt, checkIns };
}

/** Dropped ones taught something, too, and are the two's own. */
async function readProjects(client: Asking, { id }: TeamProgramme): Promise<Result<TeamParts['programme']['projects'], Problem>> {
  const listed = await client.ask(projectListSchema, { path: `/api/team/projects?programme=${id}`, signal: AbortSignal.timeout(WITHIN_MS) });
  if (!listed.ok) return listed;
  const kept = listed.value.projects.filter(({ state }) => state !== 'dropped').toSorted((a, b) => a.startedAt.localeCompare(b.startedAt));
  return ok(kept.map(({ title, learningGoal, endedAt }) => ({ title, goal: learningGoal, closedAt: endedAt })));
}
