/** Takes the hunks of a change out one by one and runs the tests without each: what nothing minds is not explained. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeconstructedHunk, HunkFinding, HunkPrediction } from '../../model/deconstruction.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { findSandbox, type Sandbox } from '../../probes/sandbox/find-sandbox.ts';
import { detectSuite, type Suite } from '../../probes/suites/detect-suite.ts';
import { runSuite, type SuiteRun } from '../../probes/suites/run-suite.ts';
import { exportTree } from '../../probes/tree/export-tree.ts';
import { judgePrediction } from '../../rounds/deconstruction/judge-prediction.ts';
import { takeOutHunk } from '../../rounds/deconstruction/take-out-hunk.ts';
import { findRepository } from '../../sources/git/find-repository.ts';
import type { App } from '../app.ts';
import { listHunks, type RankedHunk } from './list-hunks.ts';

export interface DeconstructRequest {
  /** `BASE..HEAD`. */
  readonly range: string;
  /** A folder in the repository. */
  readonly folder: string;
  /** How many hunks, the riskiest first. */
  readonly top: number;
  /** False: what is found stays out of the journal, where it could be read before a round of it is revealed. */
  readonly isKept?: boolean;
  readonly signal?: AbortSignal;
  /** Told once, when the tests have passed on the whole change. */
  readonly onBegin?: (begun: {
    readonly hunks: number;
    readonly of: number;
    readonly suite: Suite;
    readonly sandbox: Sandbox;
    readonly baseline: SuiteRun;
  }) => void;
  /** Told before anything slow. */
  readonly onProgress?: (what: string) => void;
  /** Asked before a hunk is taken out. Null: no prediction. */
  readonly predict?: (hunk: RankedHunk, at: number) => Promise<HunkPrediction | null>;
  readonly onHunk?: (hunk: DeconstructedHunk, run: SuiteRun['run'] | null) => void;
}

export interface Deconstruction {
  readonly repository: string;
  readonly hunks: readonly DeconstructedHunk[];
  /** Hunks of the change that were not taken out, because only so many were asked for. */
  readonly left: number;
  /** The person stopped it; what was done is kept. */
  readonly wasStopped: boolean;
}

export async function deconstructRange(app: App, request: DeconstructRequest): Promise<Result<Deconstruction, Problem>> {
  const repository = await findRepository(request.folder);
  if (!repository.ok) return repository;
  const { root } = repository.value;
  const head = toHead(request.range);
  if (head === null)
    return failed(
      problem('wrong-usage', `This names no range of commits: ${request.range}`, { next: 'Give BASE..HEAD, for example main..HEAD or HEAD~3..HEAD.' }),
    );
  const listed = await listHunks(root, request.range);
  if (!listed.ok) return listed;
  const chosen = listed.value.slice(0, request.top);
  if (chosen.length === 0)
    return failed(problem('not-found', `No product code changed in ${request.range}.`, { next: 'Name a range with a change to take apart.' }));
  request.onProgress?.('writing the tree');
  const exported = await exportTree(root, head);
  if (!exported.ok) return exported;
  try {
    const detected = await detectSuite(exported.value.folder, root);
    if (detected.suite === null) return failed(problem('not-found', detected.why));
    const sandbox = await findSandbox();
    request.onProgress?.(`running ${detected.suite.shownAs} on the whole change`);
    const run = (): Promise<SuiteRun> => runSuite(sandbox, exported.value.folder, detected.suite, request.signal ? { signal: request.signal } : {});
    const baseline = await run();
    if (request.signal?.aborted) return ok({ repository: root, hunks: [], left: listed.value.length, wasStopped: true });
    if (baseline.run.outcome !== 'passed') return failed(describeRed(baseline, detected.suite));
    request.onBegin?.({ hunks: chosen.length, of: listed.value.length, suite: detected.suite, sandbox, baseline });
    const hunks: DeconstructedHunk[] = [];
    for (const [at, hunk] of chosen.entries()) {
      const prediction = (await request.predict?.(hunk, at)) ?? null;
      if (request.signal?.aborted) break;
      request.onProgress?.(`hunk ${at + 1} of ${chosen.length}: running without it`);
      const taken = await takeOut(exported.value.folder, hunk, run);
      if (request.signal?.aborted) break;
      const one = toDeconstructed(app, root, hunk, taken, prediction);
      if (request.isKept !== false) app.journal.deconstructions.save(one);
      hunks.push(one);
      request.onHunk?.(one, taken.run);
    }
    return ok({ repository: root, hunks, left: listed.value.length - hunks.length, wasStopped: request.signal?.aborted === true });
  } finally {
    exported.value.remove();
  }
}

interface TakenOut {
  readonly finding: HunkFinding;
  readonly failingTests: readonly string[];
  readonly run: SuiteRun['run'] | null;
}

async function takeOut(tree: string, { path, hunk, after }: RankedHunk, run: () => Promise<SuiteRun>): Promise<TakenOut> {
  const without = takeOutHunk(after, hunk);
  if (without === null) return { finding: 'could-not-run', failingTests: [], run: null };
  const file = join(tree, path);
  writeFileSync(file, without);
  try {
    const { run: ended, failingTests } = await run();
    const finding = ended.outcome === 'passed' ? 'unexplained' : ended.outcome === 'could-not-run' ? 'could-not-run' : 'needed';
    return { finding, failingTests, run: ended };
  } finally {
    writeFileSync(file, after);
  }
}

function toDeconstructed(
  app: App,
  repository: string,
  { id, path, hunk, risk, reasons }: RankedHunk,
  taken: TakenOut,
  prediction: HunkPrediction | null,
): DeconstructedHunk {
  const { finding, failingTests } = taken;
  const [known] = app.journal.deconstructions.find(repository, id);
  return {
    id,
    repository,
    path,
    hunk,
    risk,
    reasons: [...reasons],
    finding,
    failingTests: [...failingTests],
    prediction,
    predictedRight: prediction && judgePrediction(prediction, finding, failingTests),
    explanation: known?.explanation ?? null,
    at: app.clock().toISOString(),
  };
}

/** The commit a range ends at. */
function toHead(range: string): string | null {
  const [, end] = /^[^.\s][^\s]*?\.\.\.?([^.\s][^\s]*)?$/.exec(range) ?? [];
  return range.includes('..') ? (end ?? 'HEAD') : null;
}

function describeRed({ run, failingTests }: SuiteRun, { note, shownAs }: Suite): Problem {
  const what =
    run.outcome === 'stopped'
      ? `The tests were stopped before anything was taken out: too much ${run.stoppedBy}.`
      : `The tests fail before anything is taken out, so nothing could be learned from taking a hunk out: ${shownAs}.`;
  const why = failingTests.length > 0 ? `Failing: ${failingTests.slice(0, 3).join('; ')}` : (run.why ?? run.output.trim().split('\n').at(-1) ?? '');
  return problem('conflict', what, {
    why: [why, note].filter(Boolean).join(' '),
    next: 'Choose a range whose end passes its tests here, without the network.',
  });
}
