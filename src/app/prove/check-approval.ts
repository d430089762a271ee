import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import type { Probe, ProbeCode } from '../../model/team/probe.ts';
import type { Sandbox } from '../../probes/sandbox/find-sandbox.ts';
import { hashProbe } from '../../rounds/hash-probe.ts';

/** Why a probe must not run on this machine whoever approves it; null where nothing is in the way. */
export function findHindrance({ probe, sha256, author, owner, state }: Probe, me: string, sandbox: Sandbox): Problem | null {
  if (owner !== me) return problem('not-allowed', 'This probe is not yours to run.', { why: 'It runs on the machine of who owns the case.' });
  if (!probe || state !== 'pending')
    return problem('conflict', 'This probe is not waiting any more.', { next: 'Reload to see where it stands. Nothing was run.' });
  if (hashProbe(probe) !== sha256)
    return problem('conflict', 'This is not the code that its author sent.', {
      why: 'Its digest is another one: it was changed on the way.',
      next: 'Ask its author. Nothing was run.',
    });
  if (sandbox.kind === 'none' && author !== me)
    return problem('not-allowed', 'Without a sandbox only your own probes are run.', {
      why: `Nothing here would shut in somebody else’s code. ${sandbox.why}`,
    });
  return null;
}

/** The code to run, if it is exactly what was approved. */
export function checkApproval(given: Probe, me: string, sandbox: Sandbox, approved: string): Result<ProbeCode, Problem> {
  const hindrance = findHindrance(given, me, sandbox);
  if (hindrance) return failed(hindrance);
  if (!given.probe || given.sha256 !== approved)
    return failed(
      problem('conflict', 'This is not the code that was approved.', {
        why: 'Its digest is another one.',
        next: 'Look at the code again before you press Run. Nothing was run.',
      }),
    );
  return ok(given.probe);
}
