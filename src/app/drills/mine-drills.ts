/** Mines a repository for drills: its history, then slips in its present code. What no run proves is not kept. */
import type { Drill } from '../../model/drill.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { findSandbox } from '../../probes/sandbox/find-sandbox.ts';
import { findRepository } from '../../sources/git/find-repository.ts';
import type { App } from '../app.ts';
import { listCommits } from './find-fixes.ts';
import { mineCommits } from './mine-commits.ts';
import { mineMutations } from './mine-mutations.ts';
import type { MineRequest, MiningContext, MiningStage } from './mining-context.ts';
import { NOTHING_MINED, type MinedStage } from './stage-count.ts';
import type { Refusal } from './verify-bug.ts';

export interface Mining {
  readonly repository: string;
  /** Commits that call themselves a fix. */
  readonly fixes: MinedStage;
  /** Other commits, of which one part is left out. */
  readonly parts: MinedStage;
  readonly mutations: MinedStage;
  readonly drills: readonly Drill[];
  readonly wasStopped: boolean;
  /** Of tests, in the sandbox. */
  readonly runs: number;
  readonly secondsOfRuns: number;
  readonly seconds: number;
}

/** Packages may have been installed since: these are tried again. */
const DEPENDS_ON_MACHINE: ReadonlySet<string> = new Set<Refusal>(['packages that are not here', 'no tests that can be started', 'could not be run']);

const toSeconds = (duration: number): number => Math.round(duration / 1000);

export async function mineDrills(app: App, request: MineRequest): Promise<Result<Mining, Problem>> {
  const repository = await findRepository(request.folder);
  if (!repository.ok) return repository;
  const { root } = repository.value;
  const sandbox = await findSandbox(app.environment.variables, app.environment.platform);
  // Old commits are other people's code, and nobody has looked at them before they run.
  if (sandbox.kind === 'none')
    return failed(problem('not-allowed', 'Drills are mined in a sandbox only.', { why: sandbox.why, next: 'Install bubblewrap, on Linux.' }));
  const known = app.journal.drills.listCandidates(root);
  const kept = new Set(app.journal.drills.list(root).map(({ id }) => id));
  const drills: Drill[] = [];
  const begun = performance.now();
  const runs: number[] = [];
  const at = (): string => app.clock().toISOString();
  const context: MiningContext = {
    root,
    sandbox,
    request,
    at,
    knownOutcome: (key) => {
      const outcome = known.get(key);
      return outcome !== undefined && DEPENDS_ON_MACHINE.has(outcome) ? undefined : outcome;
    },
    keep(key, drill) {
      const isNew = app.journal.transaction(() => {
        app.journal.drills.saveCandidate(root, key, drill.id, at());
        return app.journal.drills.add(drill);
      });
      if (isNew) {
        drills.push(drill);
        request.onDrill?.(drill);
      }
      return isNew;
    },
    isKept: (key) => kept.has(known.get(key) ?? ''),
    onRun: (duration) => void runs.push(duration),
    refuse: (key, refusal) => app.journal.drills.saveCandidate(root, key, refusal, at()),
  };
  const listed = await listCommits(root, request.commits);
  if (!listed.ok) return listed;
  const isAsked = (stage: MiningStage): boolean => request.only === undefined || request.only === stage;
  const left = (): number => request.wanted - drills.length;
  const half = (): number => (request.only ? left() : Math.ceil(left() / 2));
  const mineHistory = (stage: MiningStage, isCalledFix: boolean) =>
    isAsked(stage) && left() > 0
      ? mineCommits(
          context,
          listed.value.filter((commit) => commit.isCalledFix === isCalledFix),
          half(),
        )
      : ok(NOTHING_MINED);
  const fixes = await mineHistory('fixes', true);
  if (!fixes.ok) return fixes;
  const parts = await mineHistory('parts', false);
  if (!parts.ok) return parts;
  const mutations = isAsked('mutations') && left() > 0 ? await mineMutations(context, left()) : ok(NOTHING_MINED);
  if (!mutations.ok) return mutations;
  const stages = { fixes: fixes.value, parts: parts.value, mutations: mutations.value };
  const spent = {
    runs: runs.length,
    secondsOfRuns: toSeconds(runs.reduce((sum, duration) => sum + duration, 0)),
    seconds: toSeconds(performance.now() - begun),
  };
  return ok({ repository: root, ...stages, drills, wasStopped: request.signal?.aborted === true, ...spent });
}
