import { existsSync } from 'node:fs';
import type { AgentName } from '../model/agent-names.ts';
import { toDefaultPlaces } from '../sources/default-places.ts';
import type { Environment } from './app.ts';

export interface AgentPlaces {
  readonly agent: AgentName;
  /** Whether Rounds reads this agent's sessions yet. */
  readonly reads: boolean;
  /** Where it keeps them; only what is there on this machine. */
  readonly paths: readonly string[];
}

/** Those of the sources' registry; named here so that an import that finds nothing new need not load the readers. */
export const READ_AGENTS: ReadonlySet<AgentName> = new Set(['claude-code', 'codex']);

export function listAgentPlaces({ variables, platform, userHome }: Environment): AgentPlaces[] {
  return toDefaultPlaces({ platform, env: variables, home: userHome }).map(({ agent, paths }) => ({
    agent,
    reads: READ_AGENTS.has(agent),
    paths: paths.filter((path) => existsSync(path)),
  }));
}
