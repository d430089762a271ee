/** What a commit gives as a drill: the whole of a small fix, or one part of any change that tests mind. */
import type { DrillFile } from '../../model/drill.ts';
import type { Problem } from '../../model/problem.ts';
import { ok, type Result } from '../../model/result.ts';
import { readFilesAt } from '../../sources/git/read-files-at.ts';
import { runTests, writeSide, type DrillTree, type Side, type SideRun } from './drill-tree.ts';
import type { LoggedCommit, ReadFix } from './find-fixes.ts';
import type { CommitPart } from './list-parts.ts';
import type { TreeTests } from './tree-tests.ts';
import { createSoundSides, needsNew, verifyBug, type FindSoundSide, type Refusal } from './verify-bug.ts';

export interface Trial {
  readonly root: string;
  readonly commit: LoggedCommit;
  readonly fix: ReadFix;
  readonly parts: readonly CommitPart[];
  readonly tree: DrillTree;
  readonly tests: TreeTests;
}

type Files = readonly (Pick<DrillFile, 'path' | 'broken' | 'fixed'> & { readonly hunks?: readonly DrillFile['hunks'][number][] })[];

export interface Found {
  readonly files: Files;
  readonly tests: readonly string[];
  readonly broken: SideRun;
  /** The nearest tests miss it, and others mind. */
  readonly survives: boolean;
}

/** Each is run by itself: of a large commit only some are tried. */
const MOST_PARTS = 4;
/** What stops a fix as a whole may not stop one part of it. */
const MAY_HAVE_PARTS: ReadonlySet<Refusal> = new Set<Refusal>(['tests need what it adds', 'does not load or compile with the bug']);

/** Where these tests show nothing, others may. */
const OTHERS_MAY_MIND: ReadonlySet<Refusal> = new Set<Refusal>(['no test minds it', 'could not be run', 'tests fail on the sound code']);

export async function tryFix(trial: Trial): Promise<Result<Found | Refusal, Problem>> {
  const { commit, fix, parts } = trial;
  if (!commit.isCalledFix || !fix.isSmall) return tryParts(trial);
  const whole = await tryWhole(trial);
  if (typeof whole !== 'string' || !MAY_HAVE_PARTS.has(whole) || parts.length < 2) return ok(whole);
  const part = await tryParts(trial);
  return part.ok && typeof part.value === 'string' ? ok(whole) : part;
}

/** Tests that came with the commit and can be started. */
const listOwn = ({ fix, tests }: Trial): string[] => fix.tests.filter((path) => tests.all.some((test) => test.path === path));

/** Without a test of its own it is for the tests of these files that were there; where its own miss it, too. */
function chooseTests({ tests }: Trial, own: readonly string[], paths: readonly string[]): (readonly string[])[] {
  const others = tests.choose(paths).map((some) => some.filter((test) => !own.includes(test)));
  return [own, ...others].filter((some) => some.length > 0);
}

async function tryWhole(trial: Trial): Promise<Found | Refusal> {
  const files = trial.fix.product.map(({ path, before, after, hunks }) => ({ path, broken: before, fixed: after, hunks }));
  const own = listOwn(trial);
  const choices = chooseTests(
    trial,
    own,
    files.map(({ path }) => path),
  );
  return tryChoices(trial.tree, { files, choices, hasOwn: own.length > 0, findSound: createSoundSides(), mayNot: needsNew });
}

/** The first part that tests mind. Of a commit that does not say it mends, one of the tests must have been there before it. */
async function tryParts(trial: Trial): Promise<Result<Found | Refusal, Problem>> {
  const { root, commit, tree, tests, parts } = trial;
  const own = commit.isCalledFix ? listOwn(trial) : [];
  const tried = parts.map((part) => ({ part, choices: chooseTests(trial, own, [part.path]) })).filter(({ choices }) => choices.length > 0);
  if (tried.length === 0) return ok<Refusal>('no test names the file');
  const before = commit.isCalledFix
    ? null
    : await readFilesAt(
        root,
        commit.parent,
        tests.all.map(({ path }) => path),
      );
  if (before?.ok === false) return before;
  const oldTexts = before ? [...before.value.values()].join('\n') : '';
  const isOld = (name: string): boolean => oldTexts.includes(toOwnName(name));
  const mayNot = (broken: SideRun): Refusal | null =>
    needsNew(broken) ?? (commit.isCalledFix || broken.finding !== 'failed' || broken.failingTests.some(isOld) ? null : 'only tests that came with it mind');
  const findSound = createSoundSides();
  let refusal: Refusal = 'no test names the file';
  // Those with the nearest tests first; the sort keeps the order of chance among them.
  const nearFirst = tried.toSorted((a, b) => Number(tests.findNear(b.part.path).length > 0) - Number(tests.findNear(a.part.path).length > 0));
  for (const { part, choices } of nearFirst.slice(0, MOST_PARTS)) {
    const found = await tryChoices(tree, { files: [part], choices, hasOwn: own.length > 0, findSound, mayNot });
    if (typeof found !== 'string') return ok(found);
    refusal = found;
    if (tree.signal?.aborted) break;
  }
  return ok(refusal);
}

interface Attempt {
  readonly files: Files;
  readonly choices: readonly (readonly string[])[];
  /** The first choice are tests that came with the commit. */
  readonly hasOwn: boolean;
  readonly findSound: FindSoundSide;
  readonly mayNot: (broken: SideRun) => Refusal | null;
}

async function tryChoices(tree: DrillTree, { files, choices, hasOwn, findSound, mayNot }: Attempt): Promise<Found | Refusal> {
  const run = (side: Side, tests: readonly string[]) => {
    writeSide(tree, files, side);
    return runTests(tree, tests);
  };
  try {
    let refusal: Refusal = 'no test names the file';
    for (const [at, tests] of choices.entries()) {
      const verified = await verifyBug({ run, tests, findSound, mayNot });
      if (verified.ok) return { files, tests: verified.tests, broken: verified.broken, survives: at > 0 && !hasOwn && refusal === 'no test minds it' };
      if (at === 0) refusal = verified.refusal;
      if (!OTHERS_MAY_MIND.has(verified.refusal) || tree.signal?.aborted) break;
    }
    return refusal;
  } finally {
    writeSide(tree, files, 'fixed');
  }
}

/** As it stands in the test's text: without its file, its suites and its parameters. */
const toOwnName = (name: string): string => (name.split(/ > | › |::/).at(-1) ?? name).replace(/\[.*\]$/, '').replace(/\/.*$/, '');
