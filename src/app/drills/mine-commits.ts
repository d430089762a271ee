/** Drills of a repository's history: whole fixes, parts of large ones, and parts of other changes that tests of before mind. */
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Drill } from '../../model/drill.ts';
import type { Problem } from '../../model/problem.ts';
import { ok, type Result } from '../../model/result.ts';
import { detectSuite, type Suite } from '../../probes/suites/detect-suite.ts';
import { createMovingTree, type MovingTree } from '../../probes/tree/moving-tree.ts';
import { listTree } from '../../sources/git/list-tree.ts';
import type { DrillTree } from './drill-tree.ts';
import { readFix, type LoggedCommit } from './find-fixes.ts';
import { isRunning } from './is-running.ts';
import { listParts } from './list-parts.ts';
import { makeDrill } from './make-drill.ts';
import type { MiningContext } from './mining-context.ts';
import { createStageCount, type MinedStage } from './stage-count.ts';
import { readTreeTests, type ImportsByObject } from './tree-tests.ts';
import { tryFix } from './try-commit.ts';
import type { Refusal } from './verify-bug.ts';

/** Looks through commits in the order given, until enough drills are found. One drill a commit: two would tell of each other. */
export async function mineCommits(context: MiningContext, commits: readonly LoggedCommit[], wanted: number): Promise<Result<MinedStage, Problem>> {
  const { root, request } = context;
  const count = createStageCount(context, commits.length);
  const shared = { moving: createMovingTree(root), imports: new Map() };
  try {
    for (const commit of commits) {
      if (request.signal?.aborted || count.verified() >= wanted) break;
      const key = `commit ${commit.commit} ${request.under}`;
      if (context.knownOutcome(key) !== undefined) {
        count.skip();
        continue;
      }
      if (commit.changedFiles === 0) {
        count.refuse(key, 'changes no code that is tested');
        continue;
      }
      request.onProgress?.(`${commit.isCalledFix ? 'fixes' : 'other changes'}: ${count.describe()}`);
      const tried = await tryCommit(context, commit, shared);
      if (!tried.ok) return tried;
      // What a stop cut short says nothing about the commit.
      if (request.signal?.aborted) break;
      if (typeof tried.value === 'string') count.refuse(key, tried.value);
      else count.keep(key, tried.value);
    }
  } finally {
    shared.moving.remove();
  }
  return ok(count.finish());
}

/** What commits next to each other share. */
interface Shared {
  readonly moving: MovingTree;
  readonly imports: ImportsByObject;
}

async function tryCommit(context: MiningContext, commit: LoggedCommit, { moving, imports }: Shared): Promise<Result<Drill | Refusal, Problem>> {
  const { root, sandbox, request, at } = context;
  const read = await readFix(root, commit);
  if (!read.ok) return read;
  const fix = read.value;
  if (fix.product.length > 0 && !fix.product.some(isRunning)) return ok<Refusal>('changes nothing that runs');
  const parts = listParts(fix, request.under);
  const isWhole = commit.isCalledFix && fix.isSmall;
  if (!isWhole && parts.length === 0) return ok<Refusal>('has no part of its own');
  const moved = await moving.moveTo(commit.commit);
  // A tree that this machine cannot hold, such as two names that differ in case only.
  if (!moved.ok) return ok<Refusal>('could not be run');
  const folder = moved.value;
  const { suite } = await detectSuite(folder, root, 'nearest');
  if (suite === null) return ok<Refusal>('no tests that can be started');
  if (!isInstalled(suite)) return ok<Refusal>('packages that are not here');
  const listed = await listTree(root, commit.commit);
  if (!listed.ok) return listed;
  const tree: DrillTree = { folder, suite, sandbox, onRun: context.onRun, ...(request.signal ? { signal: request.signal } : {}) };
  const tests = readTreeTests(tree, listed.value, request.under, imports);
  const tried = await tryFix({ root, commit, fix, parts, tree, tests });
  if (!tried.ok) return tried;
  const found = tried.value;
  // Whatever packages were missing, the sound code could not be started without them.
  if (typeof found === 'string') return ok(found === 'could not be run' && suite.note !== null ? 'packages that are not here' : found);
  const { broken, ...rest } = found;
  const { failingTests, output } = broken;
  const kind = commit.isCalledFix ? 'fix' : 'part';
  return ok(makeDrill({ repository: root, kind, commit: commit.commit, about: commit.subject, ...rest, failingTests, output, at: at() }));
}

/** Whether the framework is among the packages, where it is one of them. */
function isInstalled({ argv, readable }: Suite): boolean {
  const program = argv.find((word) => word.startsWith('node_modules/'));
  const packages = readable.find(({ at }) => at === 'node_modules');
  return program === undefined || (packages !== undefined && existsSync(join(packages.from, relative('node_modules', program))));
}
