import { createHash } from 'node:crypto';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { detectSuite } from '../../probes/suites/detect-suite.ts';
import { exportTree } from '../../probes/tree/export-tree.ts';
import { listTree } from '../../sources/git/list-tree.ts';
import { runGit } from '../../sources/git/run-git.ts';
import { coverSlips, type TestsByCandidate } from './cover-slips.ts';
import type { DrillTree } from './drill-tree.ts';
import { isProduct } from './find-fixes.ts';
import { listSlips, type SlipCandidate } from './list-slips.ts';
import type { MiningContext } from './mining-context.ts';
import { createStageCount, type MinedStage } from './stage-count.ts';
import { readTreeTests, type TreeTests } from './tree-tests.ts';
import { trySlip, type SlipStage } from './try-slip.ts';
import { createSoundSides } from './verify-bug.ts';

/** More from one function would tell its sound text. */
const MOST_OF_ONE_FUNCTION = 2;
/** Files whose slips take turns; all of a large repository would be tens of thousands of slips at once. */
const FILES_AT_A_TIME = 50;

/** Puts slips into the code as it is now. */
export async function mineMutations(context: MiningContext, wanted: number): Promise<Result<MinedStage, Problem>> {
  const { root, sandbox, request } = context;
  const head = await runGit(root, ['rev-parse', 'HEAD']);
  if (!head.ok) return head;
  const commit = head.value.trim();
  const exported = await exportTree(root, commit);
  if (!exported.ok) return exported;
  try {
    const { folder } = exported.value;
    const detected = await detectSuite(folder, root, 'nearest');
    if (detected.suite === null) return failed(problem('not-found', detected.why));
    const listed = await listTree(root, commit);
    if (!listed.ok) return listed;
    const tree: DrillTree = { folder, suite: detected.suite, sandbox, onRun: context.onRun, ...(request.signal ? { signal: request.signal } : {}) };
    const tests = readTreeTests(tree, listed.value, request.under, new Map());
    const isTestFile = new Set(tests.all.map(({ path }) => path));
    const product = listed.value.map(({ path }) => path).filter((path) => path.startsWith(request.under) && isProduct(path) && !isTestFile.has(path));
    return ok(await tryFiles({ context, tree, commit, tests }, orderFiles(product, tests), wanted));
  } finally {
    exported.value.remove();
  }
}

/** Those that have tests near first, since they are proven soonest; else in an order that has nothing to do with where they stand. */
function orderFiles(paths: readonly string[], tests: TreeTests): string[] {
  const ordered = paths.map((path) => ({ path, order: `${tests.findNear(path).length > 0 ? 0 : 1}${createHash('sha256').update(path).digest('hex')}` }));
  return ordered.toSorted((a, b) => (a.order < b.order ? -1 : 1)).map(({ path }) => path);
}

async function tryFiles(stage: SlipStage, paths: readonly string[], wanted: number): Promise<MinedStage> {
  const { context } = stage;
  const count = createStageCount(context, 0);
  const findSound = createSoundSides();
  const perFunction = new Map<string, number>();
  const countIn = (ground: string): void => void perFunction.set(ground, (perFunction.get(ground) ?? 0) + 1);
  const isEnough = (): boolean => context.request.signal?.aborted === true || count.verified() >= wanted;
  for (let at = 0; at < paths.length && !isEnough(); at += FILES_AT_A_TIME) {
    const candidates = listSlips(stage.tree.folder, paths.slice(at, at + FILES_AT_A_TIME));
    count.add(candidates.length);
    for (const { key, ground } of candidates) if (context.isKept(key)) countIn(ground);
    const cover = createCover(stage, candidates);
    for (const candidate of candidates) {
      if (isEnough()) break;
      const { key, ground } = candidate;
      if (context.knownOutcome(key) !== undefined) {
        count.skip();
        continue;
      }
      if ((perFunction.get(ground) ?? 0) >= MOST_OF_ONE_FUNCTION) {
        count.refuse(key, 'enough of this function');
        continue;
      }
      context.request.onProgress?.(`slips put into the code: ${count.describe()}`);
      const tried = await trySlip(stage, candidate, { cover: () => cover(candidate).then((known) => known.get(key)), findSound });
      if (context.request.signal?.aborted) break;
      if (typeof tried === 'string') {
        count.refuse(key, tried);
        continue;
      }
      countIn(ground);
      count.keep(key, tried);
    }
  }
  return count.finish();
}

/** Marks all files at once where all tests can be run, and otherwise a file when its first slip comes up. */
function createCover({ context, tree, tests }: SlipStage, candidates: readonly SlipCandidate[]): (candidate: SlipCandidate) => Promise<TestsByCandidate> {
  const open = candidates.filter(({ key }) => context.knownOutcome(key) === undefined);
  const known = new Map<string, Promise<TestsByCandidate>>();
  return ({ path }) => {
    const group = tests.areFew ? '' : path;
    const own = tests.areFew ? open : open.filter((one) => one.path === path);
    const run = tests.areFew ? tests.all.map((test) => test.path) : tests.choose([path]).flat();
    const found = known.get(group) ?? coverSlips(tree, own, run);
    known.set(group, found);
    return found;
  };
}
