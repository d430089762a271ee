import type { Side, SideRun } from './drill-tree.ts';
import { agree } from './drill-tree.ts';
import { narrowToFailing } from './narrow-to-failing.ts';

/** Why a candidate is no drill; counted and shown. */
export type Refusal =
  | 'changes no code that is tested'
  | 'changes nothing that runs'
  | 'has no part of its own'
  | 'no tests that can be started'
  | 'packages that are not here'
  | 'could not be run'
  | 'tests fail on the sound code'
  | 'no test minds it'
  | 'no test runs it'
  | 'no near test minds it'
  | 'only tests that came with it mind'
  | 'tests need what it adds'
  | 'does not load or compile with the bug'
  | 'does not end with the bug'
  | 'failing tests have no name'
  | 'runs disagree'
  | 'no test names the file'
  | 'enough of this function'
  | 'the same as another';

/** `tests`: those files of the tests given in which any failed. */
export type Verified = { readonly ok: true; readonly broken: SideRun; readonly tests: readonly string[] } | { readonly ok: false; readonly refusal: Refusal };

/** Runs of each side that must agree. */
export const RUNS = 3;

const refuse = (refusal: Refusal): Verified => ({ ok: false, refusal });
/** A test of something that is not there yet is the test of a feature. */
const NEEDS_NEW =
  /is not a function\b|is not a constructor\b|does not provide an export|\bis not defined\b|has no attribute|cannot import name|unexpected keyword argument|\bundefined: \w/;

export const needsNew = ({ output }: SideRun): Refusal | null => (NEEDS_NEW.test(output) ? 'tests need what it adds' : null);

type Run = () => Promise<SideRun>;

/** The sound side of one set of tests: run once when something fails without it, and twice more only when a drill depends on it. */
interface SoundSide {
  /** Null where it is sound. */
  readonly begin: (run: Run) => Promise<{ readonly refusal: Refusal; readonly failingTests: readonly string[] } | null>;
  readonly confirm: (run: Run) => Promise<boolean>;
}

function createSoundSide(): SoundSide {
  let first: Promise<SideRun> | undefined;
  let stays: Promise<boolean> | undefined;
  return {
    async begin(run) {
      const began = await (first ??= run());
      const { finding, failingTests } = began;
      if (finding === 'passed') return null;
      if (finding === 'could-not-run') return { refusal: 'could not be run', failingTests };
      return { refusal: agree(began, await run()) ? 'tests fail on the sound code' : 'runs disagree', failingTests };
    },
    confirm: (run) => (stays ??= (first ??= run()).then((began) => repeats(began, run))),
  };
}

/** Finds the sound side of a set of tests, the same for all candidates of one sound tree. */
export type FindSoundSide = (tests: readonly string[]) => SoundSide;

export function createSoundSides(): FindSoundSide {
  const byTests = new Map<string, SoundSide>();
  return (tests) => {
    const key = tests.join('\n');
    const known = byTests.get(key) ?? createSoundSide();
    byTests.set(key, known);
    return known;
  };
}

export interface Claim {
  readonly run: (side: Side, tests: readonly string[]) => Promise<SideRun>;
  readonly tests: readonly string[];
  readonly findSound: FindSoundSide;
  /** What else may speak against it, from the first failing run. */
  readonly mayNot?: (broken: SideRun) => Refusal | null;
}

/**
 * The tests fail with the bug by name and pass without, three times each, with the same tests failing. The bug comes first: most
 * candidates end there, and of the tests only those files that failed are run again.
 */
export async function verifyBug(claim: Claim): Promise<Verified> {
  const { run, tests, findSound, mayNot = () => null } = claim;
  const broken = await run('broken', tests);
  if (broken.finding === 'passed') return refuse('no test minds it');
  const narrowed = narrowToFailing(tests, broken.failingTests);
  const sound = findSound(narrowed);
  const runSound = (): Promise<SideRun> => run('fixed', narrowed);
  const unsound = await sound.begin(runSound);
  if (unsound) {
    // Files that fail without the bug, too, are left out, if others may mind.
    const unfit = narrowToFailing(narrowed, unsound.failingTests);
    const rest = tests.filter((test) => !unfit.includes(test));
    return rest.length === 0 || unsound.failingTests.length === 0 ? refuse(unsound.refusal) : verifyBug({ ...claim, tests: rest });
  }
  const refusal = mayNot(broken);
  if (refusal) return refuse(refusal);
  if (broken.finding === 'could-not-run') return refuse(broken.isTooLong ? 'does not end with the bug' : 'does not load or compile with the bug');
  if (broken.failingTests.length === 0) return refuse('failing tests have no name');
  const isSettled = (await repeats(broken, () => run('broken', narrowed))) && (await sound.confirm(runSound));
  return isSettled ? { ok: true, broken, tests: narrowed } : refuse('runs disagree');
}

/** Whether the runs after the first end like it. */
async function repeats(first: SideRun, run: Run): Promise<boolean> {
  for (let again = 1; again < RUNS; again += 1) if (!agree(first, await run())) return false;
  return true;
}
