/** Agents that can be seen at work in a repository, from the processes of this machine. Linux alone lets them be seen. */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { AgentName } from '../../model/agent-names.ts';
import { AGENT_VARIABLES, nameAgentProcess } from '../../sources/name-agent-process.ts';
import type { Environment } from '../environment.ts';

export interface RunningAgent {
  readonly agent: AgentName;
  /** Null for the one that started Rounds. */
  readonly pid: number | null;
  /** `unreadable`: of another user, so that it may work anywhere. */
  readonly place: 'repository' | 'unreadable' | 'started-rounds';
}

export type AgentSighting = { readonly canSee: true; readonly agents: readonly RunningAgent[] } | { readonly canSee: false; readonly why: string };

/** What is said wherever the answer is "none": it is no proof. */
export const CANNOT_SEE =
  'Rounds looks for the processes of known agents in this repository. It cannot see assistants inside an editor, in a browser, on another machine or in a container, nor agents it does not know.';

/**
 * @param roots the repository's work trees: what an agent finds in one is as good in another
 * @param processes the folder of the kernel's processes
 */
export function findRunningAgents(
  roots: readonly string[],
  { variables, platform }: Pick<Environment, 'variables' | 'platform'>,
  processes = '/proc',
): AgentSighting {
  const starters = Object.entries(AGENT_VARIABLES).flatMap(([name, agent]): RunningAgent[] =>
    variables[name] ? [{ agent, pid: null, place: 'started-rounds' }] : [],
  );
  if (platform !== 'linux') return { canSee: false, why: 'The processes of agents can be looked for on Linux only.' };
  const agents = readdirSync(processes)
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name): RunningAgent[] => {
      const argv = readOrNull(() => readFileSync(join(processes, name, 'cmdline'), 'utf8'));
      const agent = argv === null ? null : nameAgentProcess(argv.split('\0').filter(Boolean));
      if (agent === null) return [];
      const folder = readOrNull(() => readlinkSync(join(processes, name, 'cwd')));
      if (folder === null) return [{ agent, pid: Number(name), place: 'unreadable' }];
      return roots.some((root) => folder === root || folder.startsWith(`${root}/`)) ? [{ agent, pid: Number(name), place: 'repository' }] : [];
    });
  return { canSee: true, agents: [...starters, ...agents] };
}

function readOrNull(read: () => string): string | null {
  try {
    return read();
  } catch {
    return null; // ended meanwhile, or not ours to read
  }
}
