import type { Problem } from '../../model/problem.ts';
import { ok, type Result } from '../../model/result.ts';
import type { Drill } from '../../model/drill.ts';
import { detectSuite } from '../../probes/suites/detect-suite.ts';
import { isStartable } from '../../probes/suites/narrow-suite.ts';
import { exportTree } from '../../probes/tree/export-tree.ts';
import { runTests, writeSide, type DrillTree, type Side } from './drill-tree.ts';
import { listCommits, readFix, type LoggedCommit } from './find-fixes.ts';
import { makeDrill } from './make-drill.ts';
import type { MiningContext } from './mine-drills.ts';
import { createStageCount, type MinedStage } from './stage-count.ts';
import { verifyBug, type Refusal } from './verify-bug.ts';

/** Looks through the commits, newest first, until enough drills are found. */
export async function mineFixes(context: MiningContext, wanted: number): Promise<Result<MinedStage, Problem>> {
  const { root, request } = context;
  const listed = await listCommits(root, request.commits);
  if (!listed.ok) return listed;
  const count = createStageCount(context, listed.value.length);
  for (const commit of listed.value) {
    if (request.signal?.aborted || count.verified() >= wanted) break;
    const key = `commit ${commit.commit} ${request.under}`;
    if (context.knownOutcome(key) !== undefined) {
      count.skip();
      continue;
    }
    if (commit.refusal) {
      count.refuse(key, commit.refusal);
      continue;
    }
    request.onProgress?.(`${commit.commit.slice(0, 8)} ${commit.subject}`);
    const tried = await tryFix(context, commit);
    if (!tried.ok) return tried;
    // What a stop cut short says nothing about the commit.
    if (request.signal?.aborted) break;
    if (typeof tried.value === 'string') count.refuse(key, tried.value);
    else count.keep(key, tried.value);
  }
  return ok(count.finish());
}

async function tryFix({ root, sandbox, request, at }: MiningContext, commit: LoggedCommit): Promise<Result<Drill | Refusal, Problem>> {
  const fix = await readFix(root, commit);
  if (!fix.ok) return fix;
  if (fix.value.refusal) return ok(fix.value.refusal);
  const exported = await exportTree(root, commit.commit);
  // A tree that this machine cannot hold, such as two names that differ in case only.
  if (!exported.ok) return ok<Refusal>('could not be run');
  try {
    const { suite } = await detectSuite(exported.value.folder, root);
    if (suite === null) return ok<Refusal>('no tests that can be started');
    const tests = fix.value.tests.filter((path) => isStartable(suite.framework, path) && path.startsWith(request.under));
    // Without a test of its own, or below the folder asked for, it is for the tests that were there: all of them.
    if (tests.length === 0 && request.under !== '') return ok<Refusal>('changes no code that is tested');
    const tree: DrillTree = { folder: exported.value.folder, suite, sandbox, ...(request.signal ? { signal: request.signal } : {}) };
    const files = fix.value.product.map(({ path, before, after, hunks }) => ({ path, broken: before, fixed: after, hunks }));
    const verified = await verifyBug((side: Side) => {
      writeSide(tree, files, side);
      return runTests(tree, tests);
    });
    if (!verified.ok) return ok(verified.refusal === 'could not be run' && suite.note !== null ? 'packages of another lock file' : verified.refusal);
    const { failingTests, output } = verified.broken;
    const { commit: id, subject } = commit;
    return ok(makeDrill({ repository: root, kind: 'fix', commit: id, about: subject, files, tests, failingTests, survives: false, output, at: at() }));
  } finally {
    exported.value.remove();
  }
}
