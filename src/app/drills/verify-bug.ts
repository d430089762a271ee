import type { Side, SideRun } from './drill-tree.ts';
import { agree } from './drill-tree.ts';

/** Why a candidate is no drill; counted and shown. */
export type Refusal =
  | 'changes no code that is tested'
  | 'has no part of its own'
  | 'no tests that can be started'
  | 'packages that are not here'
  | 'could not be run'
  | 'tests fail on the sound code'
  | 'no test minds it'
  | 'no near test minds it'
  | 'only tests that came with it mind'
  | 'tests need what it adds'
  | 'does not load or compile with the bug'
  | 'does not end with the bug'
  | 'failing tests have no name'
  | 'runs disagree'
  | 'no test names the file'
  | 'the same as another';

export type Verified = { readonly ok: true; readonly broken: SideRun } | { readonly ok: false; readonly refusal: Refusal };

/** Runs of each side that must agree. */
export const RUNS = 3;

const refuse = (refusal: Refusal): Verified => ({ ok: false, refusal });
/** A test of something that is not there yet is the test of a feature. */
const NEEDS_NEW =
  /is not a function\b|is not a constructor\b|does not provide an export|\bis not defined\b|has no attribute|cannot import name|unexpected keyword argument|\bundefined: \w/;

export const needsNew = ({ output }: SideRun): Refusal | null => (NEEDS_NEW.test(output) ? 'tests need what it adds' : null);

/** The sound side of one set of tests: run once to begin with, and twice more only when something depends on it. */
export interface SoundSide {
  readonly begin: () => Promise<Refusal | null>;
  readonly confirm: () => Promise<boolean>;
}

export function createSoundSide(run: () => Promise<SideRun>): SoundSide {
  let first: Promise<SideRun> | undefined;
  let stays: Promise<boolean> | undefined;
  const runFirst = (): Promise<SideRun> => (first ??= run());
  return {
    async begin() {
      const began = await runFirst();
      if (began.finding === 'could-not-run') return 'could not be run';
      if (began.finding === 'passed') return null;
      return agree(began, await run()) ? 'tests fail on the sound code' : 'runs disagree';
    },
    confirm: () => (stays ??= runFirst().then((began) => repeats(began, run))),
  };
}

/**
 * The tests fail with the bug by name and pass without, three times each, with the same tests failing.
 *
 * @param mayNot what else may speak against it, from the first failing run
 */
export async function verifyBug(
  run: (side: Side) => Promise<SideRun>,
  sound: SoundSide,
  mayNot: (broken: SideRun) => Refusal | null = () => null,
): Promise<Verified> {
  const unsound = await sound.begin();
  if (unsound) return refuse(unsound);
  const broken = await run('broken');
  if (broken.finding === 'passed') return refuse('no test minds it');
  const refusal = mayNot(broken);
  if (refusal) return refuse(refusal);
  if (broken.finding === 'could-not-run') return refuse(broken.isTooLong ? 'does not end with the bug' : 'does not load or compile with the bug');
  if (broken.failingTests.length === 0) return refuse('failing tests have no name');
  return (await repeats(broken, () => run('broken'))) && (await sound.confirm()) ? { ok: true, broken } : refuse('runs disagree');
}

/** Whether the runs after the first end like it. */
async function repeats(first: SideRun, run: () => Promise<SideRun>): Promise<boolean> {
  for (let again = 1; again < RUNS; again += 1) if (!agree(first, await run())) return false;
  return true;
}
