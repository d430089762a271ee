import { existsSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { AgentName } from '../model/agent-names.ts';
import { toDefaultPlaces } from '../sources/default-places.ts';
import { expandPlace } from '../sources/expand-place.ts';
import type { Environment } from './environment.ts';

export interface AgentPlaces {
  readonly agent: AgentName;
  /** Where it keeps them; only what is there on this machine. */
  readonly paths: readonly string[];
  /** Whether a file found there may be a session of it. */
  readonly isSession: (path: string) => boolean;
}

export function listAgentPlaces({ variables, platform, userHome, folder }: Environment): AgentPlaces[] {
  const repository = findRepositoryRoot(folder);
  return toDefaultPlaces({ platform, env: variables, home: userHome, repository }).map(({ agent, paths, files }) => ({
    agent,
    paths: paths.flatMap(expandPlace),
    isSession: (path) => files.test(path),
  }));
}

/** Whether a file found in one of the places may be a session: agents keep other things beside theirs. */
export function isSessionOfPlaces(places: readonly AgentPlaces[], path: string): boolean {
  return places.some(({ paths, isSession }) => isSession(path) && paths.some((place) => path === place || path.startsWith(place + sep)));
}

/** The folder above with a `.git`, which is a file in a linked work tree; the folder itself where there is none. */
export function findRepositoryRoot(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return folder;
  }
}
