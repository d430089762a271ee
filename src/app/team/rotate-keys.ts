import type { Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import type { Environment } from '../environment.ts';
import { openTeamKeys } from './open-team-database.ts';

/** Wraps all keys of a team with a new master key. Returns how many. Interrupted anywhere, another call goes on. */
export async function rotateKeys(environment: Environment): Promise<Result<number, Problem>> {
  const keys = openTeamKeys(environment);
  return keys.ok ? keys.value.rotateMaster() : keys;
}
