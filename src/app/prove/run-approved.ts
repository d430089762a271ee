import type { ProbeRun } from '../../model/probe-run.ts';
import { describeProblem, type Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import type { ProbeCode, ProbeResult } from '../../model/team/probe.ts';
import { PROBE_LIMITS, SUITE_LIMITS, type Limits } from '../../probes/limits/limits.ts';
import { runInSandbox } from '../../probes/run-in-sandbox.ts';
import type { Sandbox } from '../../probes/sandbox/find-sandbox.ts';
import { judgeProbe } from '../../probes/suites/judge-probe.ts';
import { toProbeCommand } from '../../probes/suites/to-probe-command.ts';
import { applyPatch } from '../../probes/tree/apply-patch.ts';
import { placeProbe } from '../../probes/tree/place-probe.ts';
import type { FoundCode } from './find-code.ts';

/** A framework compiles and loads before the one test runs; it prints no more for that. */
const TEST_LIMITS: Limits = { ...SUITE_LIMITS, seconds: 180, outputBytes: PROBE_LIMITS.outputBytes };

export interface ApprovedRun {
  readonly probe: ProbeCode;
  /** Of the code that was approved. */
  readonly sha256: string;
  readonly code: Result<FoundCode, Problem>;
  readonly sandbox: Sandbox;
  readonly limits?: Partial<Limits>;
  readonly onOutput: (text: string) => void;
  readonly signal: AbortSignal;
}

/** Runs what its owner approved. Whatever stands in the way is a result: that it could not run, and why. */
export async function runApproved({ probe, sha256, code, sandbox, limits, onOutput, signal }: ApprovedRun): Promise<ProbeResult> {
  const could = (why: Problem | string, treeHash: string): ProbeResult => toUnrun(typeof why === 'string' ? why : describeProblem(why), { sha256, treeHash });
  if (!code.ok) return could(code.problem, '');
  const { folder, checkout } = code.value;
  let treeHash = code.value.tree;
  if (probe.target === 'patch') {
    const patched = await applyPatch(folder, probe.patch ?? '');
    if (!patched.ok) return could(patched.problem, treeHash);
    treeHash = patched.value;
  }
  const placed = placeProbe(folder, probe);
  if (!placed.ok) return could(placed.problem, treeHash);
  const start = await toProbeCommand(folder, checkout, probe);
  if (start.command === null) return could(start.why, treeHash);
  const { framework, note, ...command } = start.command;
  const run = await runInSandbox(sandbox, {
    tree: folder,
    ...command,
    limits: { ...(framework === null ? PROBE_LIMITS : TEST_LIMITS), ...limits },
    onOutput,
    signal,
  });
  const { finding, why } = judgeProbe(run, framework);
  return { finding, run: { ...run, ...(why === null ? {} : { why }) }, approvedSha256: sha256, treeHash, note };
}

const NOT_RUN: ProbeRun = { command: '', outcome: 'could-not-run', exitCode: null, durationMs: 0, output: '', cutBytes: 0, sandbox: null };

/** The result of a probe that never came to its end. */
export const toUnrun = (why: string, { sha256, treeHash }: { readonly sha256: string; readonly treeHash: string }): ProbeResult => ({
  finding: 'could-not-run',
  run: { ...NOT_RUN, why },
  approvedSha256: sha256,
  treeHash,
  note: null,
});
