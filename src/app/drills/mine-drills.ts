/** Mines a repository for drills: mended bugs from its history, slips in its present code. What no run proves is not kept. */
import type { Drill } from '../../model/drill.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { findSandbox, type Sandbox } from '../../probes/sandbox/find-sandbox.ts';
import { findRepository } from '../../sources/git/find-repository.ts';
import type { App } from '../app.ts';
import { mineFixes } from './mine-fixes.ts';
import { mineMutations } from './mine-mutations.ts';
import { NOTHING_MINED, type MinedStage } from './stage-count.ts';
import type { Refusal } from './verify-bug.ts';

export interface MineRequest {
  /** A folder in the repository. */
  readonly folder: string;
  /** How many new drills. */
  readonly wanted: number;
  /** How many commits to look back. */
  readonly commits: number;
  /** Only code and tests below this folder, from the repository's root; '' for all. */
  readonly under: string;
  readonly only?: 'fixes' | 'mutations';
  readonly signal?: AbortSignal;
  readonly onProgress?: (what: string) => void;
  readonly onDrill?: (drill: Drill) => void;
}

export interface Mining {
  readonly repository: string;
  readonly fixes: MinedStage;
  readonly mutations: MinedStage;
  readonly drills: readonly Drill[];
  readonly wasStopped: boolean;
}

/** What a stage is given: it tells of every candidate once. */
export interface MiningContext {
  readonly root: string;
  readonly sandbox: Sandbox;
  readonly request: MineRequest;
  readonly at: () => string;
  /** What a mining before this one made of a candidate. */
  readonly knownOutcome: (key: string) => string | undefined;
  /** False where the repository has this drill already. */
  readonly keep: (key: string, drill: Drill) => boolean;
  readonly refuse: (key: string, refusal: Refusal) => void;
}

export async function mineDrills(app: App, request: MineRequest): Promise<Result<Mining, Problem>> {
  const repository = await findRepository(request.folder);
  if (!repository.ok) return repository;
  const { root } = repository.value;
  const sandbox = await findSandbox(app.environment.variables, app.environment.platform);
  // Old commits are other people's code, and nobody has looked at them before they run.
  if (sandbox.kind === 'none')
    return failed(problem('not-allowed', 'Drills are mined in a sandbox only.', { why: sandbox.why, next: 'Install bubblewrap, on Linux.' }));
  const known = app.journal.drills.listCandidates(root);
  const drills: Drill[] = [];
  const at = (): string => app.clock().toISOString();
  const context: MiningContext = {
    root,
    sandbox,
    request,
    at,
    knownOutcome: (key) => known.get(key),
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
    refuse: (key, refusal) => app.journal.drills.saveCandidate(root, key, refusal, at()),
  };
  const fixes = request.only === 'mutations' ? ok(NOTHING_MINED) : await mineFixes(context, request.only ? request.wanted : Math.ceil(request.wanted / 2));
  if (!fixes.ok) return fixes;
  const left = request.wanted - drills.length;
  const mutations = request.only === 'fixes' || left === 0 ? ok(NOTHING_MINED) : await mineMutations(context, left);
  if (!mutations.ok) return mutations;
  return ok({ repository: root, fixes: fixes.value, mutations: mutations.value, drills, wasStopped: request.signal?.aborted === true });
}
