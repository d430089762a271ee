import { AGENT_LABELS } from '../../model/agent-names.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { CANNOT_SEE, type AgentSighting } from './find-running-agents.ts';

/** Null where no agent is seen; else why an answer could not count as one without. */
export function refuseAided(sighting: AgentSighting): Problem | null {
  if (!sighting.canSee) return problem('not-allowed', 'Nothing can be unaided here.', { why: sighting.why });
  const [first] = sighting.agents;
  if (!first) return null;
  const where =
    first.place === 'started-rounds'
      ? 'started this command'
      : first.place === 'unreadable'
        ? `runs as process ${first.pid}, in a folder that cannot be read`
        : `is at work in this repository, as process ${first.pid}`;
  return problem('conflict', `${AGENT_LABELS[first.agent]} ${where}.`, {
    why: CANNOT_SEE,
    next: 'End it, or practise without counting: such answers say nothing of growth.',
  });
}
