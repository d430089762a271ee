/** Drills of a repository's history: whole fixes, parts of large ones, and parts of other changes that tests of before mind. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Drill } from '../../model/drill.ts';
import type { Problem } from '../../model/problem.ts';
import { ok, type Result } from '../../model/result.ts';
import { detectSuite } from '../../probes/suites/detect-suite.ts';
import { isStartable } from '../../probes/suites/narrow-suite.ts';
import { exportTree } from '../../probes/tree/export-tree.ts';
import { listTree } from '../../sources/git/list-tree.ts';
import { readFilesAt } from '../../sources/git/read-files-at.ts';
import { runTests, writeSide, type DrillTree, type Side, type SideRun } from './drill-tree.ts';
import { readFix, type LoggedCommit, type ReadFix } from './find-fixes.ts';
import { findNearTests, MOST_TEST_FILES, type TestText } from './find-near-tests.ts';
import { listParts, type CommitPart } from './list-parts.ts';
import { makeDrill } from './make-drill.ts';
import type { MiningContext } from './mine-drills.ts';
import { createStageCount, type MinedStage } from './stage-count.ts';
import { createSoundSide, needsNew, verifyBug, type Refusal, type Verified } from './verify-bug.ts';

/** Looks through commits in the order given, until enough drills are found. One drill a commit: two would tell of each other. */
export async function mineCommits(context: MiningContext, commits: readonly LoggedCommit[], wanted: number): Promise<Result<MinedStage, Problem>> {
  const { request } = context;
  const count = createStageCount(context, commits.length);
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
    const tried = await tryCommit(context, commit);
    if (!tried.ok) return tried;
    // What a stop cut short says nothing about the commit.
    if (request.signal?.aborted) break;
    if (typeof tried.value === 'string') count.refuse(key, tried.value);
    else count.keep(key, tried.value);
  }
  return ok(count.finish());
}

async function tryCommit({ root, sandbox, request, at }: MiningContext, commit: LoggedCommit): Promise<Result<Drill | Refusal, Problem>> {
  const read = await readFix(root, commit);
  if (!read.ok) return read;
  const fix = read.value;
  const isWhole = commit.isCalledFix && fix.isSmall;
  const parts = isWhole ? [] : listParts(fix, request.under);
  if (!isWhole && parts.length === 0) return ok<Refusal>('has no part of its own');
  const exported = await exportTree(root, commit.commit);
  // A tree that this machine cannot hold, such as two names that differ in case only.
  if (!exported.ok) return ok<Refusal>('could not be run');
  try {
    const { folder } = exported.value;
    const { suite } = await detectSuite(folder, root, 'nearest');
    if (suite === null) return ok<Refusal>('no tests that can be started');
    const tree: DrillTree = { folder, suite, sandbox, ...(request.signal ? { signal: request.signal } : {}) };
    const texts = await readTests(root, commit.commit, tree, request.under);
    if (!texts.ok) return texts;
    const own = fix.tests.filter((path) => texts.value.some((test) => test.path === path));
    const trial: Trial = { root, commit, fix, tree, tests: texts.value, own };
    const found = isWhole ? await tryWhole(trial) : await tryParts(trial, parts);
    // Whatever packages were missing, the sound code could not be started without them.
    if (typeof found === 'string') return ok(found === 'could not be run' && suite.note !== null ? 'packages that are not here' : found);
    const { files, tests, broken } = found;
    const { failingTests, output } = broken;
    const kind = commit.isCalledFix ? 'fix' : 'part';
    const { commit: id, subject } = commit;
    return ok(makeDrill({ repository: root, kind, commit: id, about: subject, files, tests, failingTests, survives: false, output, at: at() }));
  } finally {
    exported.value.remove();
  }
}

interface Trial {
  readonly root: string;
  readonly commit: LoggedCommit;
  readonly fix: ReadFix;
  readonly tree: DrillTree;
  readonly tests: readonly TestText[];
  /** Tests that came with the commit. */
  readonly own: readonly string[];
}

interface Found {
  readonly files: Parameters<typeof makeDrill>[0]['files'];
  readonly tests: readonly string[];
  readonly broken: SideRun;
}

async function tryWhole({ fix, tree, tests, own }: Trial): Promise<Found | Refusal> {
  const files = fix.product.map(({ path, before, after, hunks }) => ({ path, broken: before, fixed: after, hunks }));
  // Without a test of its own it is for the tests of these files that were there.
  const used =
    own.length > 0
      ? own
      : nearOrAll(
          tests,
          files.map(({ path }) => path),
        );
  if (used.length === 0) return 'no test names the file';
  const run = runSides(tree, files, used);
  const verified = await verifyBug(
    run,
    createSoundSide(() => run('fixed')),
    needsNew,
  );
  return verified.ok ? { files, tests: used, broken: verified.broken } : verified.refusal;
}

/** The first part that tests mind. Of a commit that does not say it mends, one of the tests must have been there before it. */
async function tryParts({ root, commit, tree, tests, own }: Trial, parts: readonly CommitPart[]): Promise<Found | Refusal> {
  const before = await readFilesAt(
    root,
    commit.parent,
    tests.map(({ path }) => path),
  );
  const oldTexts = before.ok ? [...before.value.values()].join('\n') : '';
  const isOld = (name: string): boolean => oldTexts.includes(toOwnName(name));
  const mayNot = (broken: SideRun): Refusal | null =>
    needsNew(broken) ?? (commit.isCalledFix || broken.finding !== 'failed' || broken.failingTests.some(isOld) ? null : 'only tests that came with it mind');
  const soundByTests = new Map<string, ReturnType<typeof createSoundSide>>();
  let refusal: Refusal = 'no test names the file';
  for (const part of parts) {
    const used = commit.isCalledFix && own.length > 0 ? own : nearOrAll(tests, [part.path]);
    if (used.length === 0) continue;
    const run = runSides(tree, [part], used);
    const key = used.join('\n');
    const sound = soundByTests.get(key) ?? createSoundSide(() => run('fixed'));
    soundByTests.set(key, sound);
    const verified: Verified = await verifyBug(run, sound, mayNot);
    if (verified.ok) return { files: [part], tests: used, broken: verified.broken };
    refusal = verified.refusal;
    writeSide(tree, [part], 'fixed');
    if (tree.signal?.aborted) break;
  }
  return refusal;
}

function nearOrAll(tests: readonly TestText[], paths: readonly string[]): string[] {
  const near = [...new Set(paths.flatMap((path) => findNearTests(tests, path)))];
  return near.length > 0 || tests.length > MOST_TEST_FILES ? near : tests.map(({ path }) => path);
}

const runSides = (tree: DrillTree, files: Found['files'], tests: readonly string[]) => (side: Side) => {
  writeSide(tree, files, side);
  return runTests(tree, tests);
};

/** As it stands in the test's text: without its file, its suites and its parameters. */
const toOwnName = (name: string): string => (name.split(/ > | › |::/).at(-1) ?? name).replace(/\[.*\]$/, '').replace(/\/.*$/, '');

async function readTests(root: string, commit: string, { folder, suite }: DrillTree, under: string): Promise<Result<TestText[], Problem>> {
  const listed = await listTree(root, commit);
  if (!listed.ok) return listed;
  const paths = listed.value.map(({ path }) => path).filter((path) => path.startsWith(under) && isStartable(suite.framework, path));
  return ok(paths.map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') })));
}
