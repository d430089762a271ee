import type { Journal } from '../../../journal/open-journal.ts';
import type { Problem } from '../../../model/problem.ts';
import { ok, type Result } from '../../../model/result.ts';
import { findTeam } from '../../login/find-team.ts';
import { createGrowthPort, type GrowthPort } from './growth-port.ts';

/** Growth's view of the team this machine is signed in to; null where it is signed in to none. */
export function openGrowthPort({ home }: Pick<Journal, 'home'>): Result<GrowthPort | null, Problem> {
  const team = findTeam(home);
  return team.ok ? ok(team.value && createGrowthPort(team.value)) : team;
}
