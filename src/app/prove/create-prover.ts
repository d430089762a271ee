/** Probes of my cases on my machine: what waits, and what I let run. */
import type { WaitingList } from '../../model/api/prove.ts';
import { describeProblem, problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import type { ProbeId } from '../../model/team/ids.ts';
import type { Probe, ProbeCode, ProbeResult } from '../../model/team/probe.ts';
import { findSandbox, type Sandbox } from '../../probes/sandbox/find-sandbox.ts';
import type { Limits } from '../../probes/limits/limits.ts';
import { hashProbe } from '../../rounds/hash-probe.ts';
import type { App } from '../app.ts';
import { findTeam } from '../login/find-team.ts';
import { checkApproval, findHindrance } from './check-approval.ts';
import { endLeftRuns } from './end-left-runs.ts';
import { findCode } from './find-code.ts';
import { createFollowedRun, type FollowedRun } from './follow-run.ts';
import { createRunKeeper, type HeldRun } from './keep-runs.ts';
import { createProveTeam, type ProveTeam } from './prove-team.ts';
import { runApproved, type ApprovedRun } from './run-approved.ts';
import { createOutputSender } from './send-output.ts';

export interface BegunRun {
  readonly run: FollowedRun;
  /** How it ended. Rejects for a bug only. */
  readonly ended: Promise<ProbeResult>;
}

export type Prover = ReturnType<typeof createProver>;

/** Runs that have ended, for a page that comes late. */
const MOST_KEPT = 50;

/** `limits` narrows what a probe may use here. */
export function createProver(app: Pick<App, 'journal' | 'environment'>, limits: Partial<Limits> = {}) {
  const keeper = createRunKeeper(app.journal.home);
  const runs = new Map<ProbeId, FollowedRun>();
  return { listWaiting, run, decline, cancel, stopAll, endLeft, find: (id: ProbeId): FollowedRun | null => runs.get(id) ?? null };

  /** What people ask to have run on the code of my cases, and whether it can be run here. */
  async function listWaiting(): Promise<Result<WaitingList, Problem>> {
    const team = takeTeam();
    if (!team.ok) return team;
    await endLeftRuns(keeper, team.value);
    const me = await team.value.findMe();
    if (!me.ok) return me;
    const listed = await team.value.listWaiting();
    if (!listed.ok) return listed;
    const sandbox = await findSandbox(app.environment.variables);
    const { probes, people } = listed.value;
    return ok({
      probes: probes.map((probe) => {
        const hindrance = findHindrance(probe, me.value, sandbox);
        return {
          probe,
          author: people.find(({ id }) => id === probe.author)?.name ?? 'Somebody',
          isMine: probe.author === (me.value as typeof probe.author),
          sha256: probe.probe ? hashProbe(probe.probe) : '',
          hindrance: hindrance && describeProblem(hindrance),
        };
      }),
      sandbox: sandbox.kind === 'none' ? null : `bubblewrap ${sandbox.version}`,
      noSandbox: sandbox.kind === 'none' ? sandbox.why : null,
      running: [...runs].flatMap(([id, one]) => (one.isRunning() ? [id] : [])),
    });
  }

  /** Runs exactly the code with this digest, which its owner has seen. Answers once the team knows that it runs. */
  async function run(id: ProbeId, approved: string): Promise<Result<BegunRun, Problem>> {
    const team = takeTeam();
    if (!team.ok) return team;
    const me = await team.value.findMe();
    if (!me.ok) return me;
    const shown = await team.value.showProbe(id);
    if (!shown.ok) return shown;
    const sandbox = await findSandbox(app.environment.variables);
    const probe = checkApproval(shown.value, me.value, sandbox, approved);
    if (!probe.ok) return probe;
    const held = keeper.begin({ probe: id, host: team.value.host, sha256: approved, folder: null, result: null });
    if (!held) return failed(problem('conflict', 'This probe is running on this machine already.', { next: 'Wait for its end.' }));
    try {
      return await begin(shown.value, probe.value, team.value, sandbox, held);
    } catch (error) {
      held.release();
      throw error;
    }
  }

  async function begin(
    { id, case: of, sha256 }: Probe,
    probe: ProbeCode,
    team: ProveTeam,
    sandbox: Sandbox,
    held: HeldRun,
  ): Promise<Result<BegunRun, Problem>> {
    const code = await findCode(app, team, { case: of, target: probe.target, ownWordOnly: sandbox.kind === 'none' });
    const started = !code.ok && code.problem.tag === 'cannot-reach' ? code : await team.start(id, sha256);
    if (!started.ok) {
      if (code.ok) code.value.remove();
      held.remove();
      return started;
    }
    if (code.ok) held.save({ ...held.record, folder: code.value.folder });
    const followed = createFollowedRun();
    keep(id, followed);
    return ok({ run: followed, ended: finish({ probe, sha256, code, sandbox }, team, held, followed) });
  }

  async function finish(
    approved: Pick<ApprovedRun, 'probe' | 'sha256' | 'code' | 'sandbox'>,
    team: ProveTeam,
    held: HeldRun,
    followed: FollowedRun,
  ): Promise<ProbeResult> {
    const { probe: id } = held.record;
    const sender = createOutputSender((piece) => team.append(id, piece));
    let result: ProbeResult | null = null;
    try {
      result = await runApproved({
        ...approved,
        limits,
        signal: followed.stop.signal,
        onOutput: (text) => {
          sender.add(text);
          followed.onOutput(text);
        },
      });
      held.save({ ...held.record, result });
      await sender.finish();
      const told = await team.end(id, result);
      // Where the team cannot be reached now, the next one to look tells it.
      if (told.ok || told.problem.tag === 'conflict' || told.problem.tag === 'not-found') held.remove();
      else held.release();
      return result;
    } catch (error) {
      held.release();
      throw error;
    } finally {
      if (approved.code.ok) approved.code.value.remove();
      followed.onEnded(result);
    }
  }

  function keep(id: ProbeId, followed: FollowedRun): void {
    runs.set(id, followed);
    for (const [old, one] of runs) if (runs.size > MOST_KEPT && !one.isRunning()) runs.delete(old);
  }

  async function decline(id: ProbeId): Promise<Result<null, Problem>> {
    const team = takeTeam();
    return team.ok ? team.value.decline(id) : team;
  }

  /** Stops it, and tells so as any other end. */
  function cancel(id: ProbeId): Result<null, Problem> {
    const one = runs.get(id);
    if (!one?.isRunning()) return failed(problem('not-found', 'This probe is not running on this machine.'));
    one.stop.abort();
    return ok(null);
  }

  function stopAll(): void {
    for (const one of runs.values()) one.stop.abort();
  }

  /** Tells the team of runs that an earlier process of this machine left behind. Returns how many are left. */
  async function endLeft(): Promise<number> {
    const team = takeTeam();
    return team.ok ? endLeftRuns(keeper, team.value) : 0;
  }

  function takeTeam(): Result<ProveTeam, Problem> {
    const found = findTeam(app.journal.home);
    if (!found.ok) return found;
    if (found.value) return ok(createProveTeam(found.value));
    return failed(problem('conflict', 'This machine is signed in to no team.', { next: 'Run "rounds login" with the address of your team’s server.' }));
  }
}
