import type { Side, SideRun } from './drill-tree.ts';
import { agree } from './drill-tree.ts';

/** Why a candidate is no drill; counted and shown. */
export type Refusal =
  | 'not called a fix'
  | 'changes no code that is tested'
  | 'adds, moves or removes a file'
  | 'too large'
  | 'no tests that can be started'
  | 'packages of another lock file'
  | 'could not be run'
  | 'tests fail with the fix'
  | 'tests pass without the fix'
  | 'tests need what the fix adds'
  | 'cannot be loaded without the fix'
  | 'failing tests have no name'
  | 'runs disagree'
  | 'enough that no test minds'
  | 'no test names the file'
  | 'the same as another';

export type Verified = { readonly ok: true; readonly broken: SideRun } | { readonly ok: false; readonly refusal: Refusal };

/** Runs of each side that must agree. */
export const RUNS = 3;

const refuse = (refusal: Refusal): Verified => ({ ok: false, refusal });
/** A test of something that is not there yet is the test of a feature. */
const NEEDS_NEW =
  /is not a function\b|is not a constructor\b|does not provide an export|\bis not defined\b|has no attribute|cannot import name|unexpected keyword argument|\bundefined: \w/;

/** The tests fail with the bug by name and pass without, three times each in turn, with the same tests failing. */
export async function verifyBug(run: (side: Side) => Promise<SideRun>): Promise<Verified> {
  const fixed = await run('fixed');
  if (fixed.finding === 'could-not-run') return refuse('could not be run');
  if (fixed.finding === 'failed') return refuse(agree(fixed, await run('fixed')) ? 'tests fail with the fix' : 'runs disagree');
  const broken = await run('broken');
  if (broken.finding === 'passed') return refuse('tests pass without the fix');
  if (NEEDS_NEW.test(broken.output)) return refuse('tests need what the fix adds');
  if (broken.finding === 'could-not-run') return refuse('cannot be loaded without the fix');
  if (broken.failingTests.length === 0) return refuse('failing tests have no name');
  return (await stays(run, 'broken', broken)) && (await stays(run, 'fixed', fixed)) ? { ok: true, broken } : refuse('runs disagree');
}

/** Whether the runs after the first end like it. */
export async function stays(run: (side: Side) => Promise<SideRun>, side: Side, first: SideRun): Promise<boolean> {
  for (let again = 1; again < RUNS; again += 1) if (!agree(first, await run(side))) return false;
  return true;
}
