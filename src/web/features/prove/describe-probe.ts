import type { Probe, ProbeFinding, ProbeTarget } from '../../../model/team/probe.ts';
import type { StoppedBy } from '../../../model/probe-run.ts';

export const TARGET_NAMES: Readonly<Record<ProbeTarget, string>> = {
  agent: 'The agent’s version',
  fix: 'The version that mended it',
  patch: 'The agent’s version with a patch',
};

export const FINDING_NAMES: Readonly<Record<ProbeFinding, string>> = {
  demonstrated: 'Failed: demonstrated',
  'not-demonstrated': 'Passed: not demonstrated',
  'could-not-run': 'Could not run',
};

/** Green where it passed, red where it failed; a version that mends it is meant to pass. */
export const toTone = (finding: ProbeFinding): 'good' | 'bad' | 'quiet' =>
  finding === 'demonstrated' ? 'bad' : finding === 'not-demonstrated' ? 'good' : 'quiet';

const STOPPED: Readonly<Record<StoppedBy, string>> = {
  time: 'it took too long',
  memory: 'it took too much memory',
  processes: 'it started too many processes',
  output: 'it printed too much',
  cancelled: 'somebody stopped it',
};
export const describeStop = (by: StoppedBy): string => `Stopped: ${STOPPED[by]}.`;

/** Where a probe that has no result stands. `owner`: a name, or "your". */
export function describeWaiting({ state, startedAt }: Pick<Probe, 'state' | 'startedAt'>, { owner, isMine }: { owner: string; isMine: boolean }): string {
  switch (state) {
    case 'pending':
      if (startedAt !== null)
        return `It began, and ${isMine ? 'your' : `${owner}’s`} machine never told how it ended. It waits for ${isMine ? 'your' : `${owner}’s`} Run again.`;
      return isMine ? 'Waits for your Run.' : `Waits for ${owner}’s Run. They may be away; nothing is lost meanwhile.`;
    case 'running':
      return isMine ? 'Runs on your machine…' : `Runs on ${owner}’s machine…`;
    case 'declined':
      return isMine ? 'You declined to run it.' : `${owner} declined to run it.`;
    case 'cancelled':
      return 'Taken back before it ran.';
    case 'ended':
      return 'It ran. What it printed was forgotten with the case.';
  }
}
