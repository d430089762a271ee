import { problem, type Problem } from '../../model/problem.ts';
import { findTeam } from '../login/find-team.ts';
import { createLessonsPort, type LessonsPort } from './lessons-port.ts';

/** The lessons of the team this machine is signed in to, or why there are none to be had. */
export function findLessonsPort(home: string, { withinMs }: { withinMs?: number } = {}): LessonsPort | Problem {
  const team = findTeam(home);
  if (!team.ok) return team.problem;
  if (team.value === null) {
    return problem('not-found', 'This machine is signed in to no team.', { next: 'Run "rounds login" with the address of your team’s server.' });
  }
  return createLessonsPort(team.value, withinMs);
}

export const isPort = (found: LessonsPort | Problem): found is LessonsPort => 'list' in found;
