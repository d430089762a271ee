import type { Drill } from '../../model/drill.ts';
import { applyMutant } from '../../learning/drills/list-mutants.ts';
import { runTests, writeSide, type DrillTree, type Side } from './drill-tree.ts';
import type { SlipCandidate } from './list-slips.ts';
import { makeDrill } from './make-drill.ts';
import type { MiningContext } from './mining-context.ts';
import type { TreeTests } from './tree-tests.ts';
import { verifyBug, type FindSoundSide, type Refusal, type Verified } from './verify-bug.ts';

export interface SlipStage {
  readonly context: MiningContext;
  readonly tree: DrillTree;
  readonly commit: string;
  readonly tests: TreeTests;
}

export interface SlipTools {
  /** Test files that run the code it is in; undefined where that is not known. */
  readonly cover: () => Promise<readonly string[] | undefined>;
  readonly findSound: FindSoundSide;
}

/** The nearest tests first; the others only where these do not mind: a slip that none minds may change nothing at all, and is no drill. */
export async function trySlip(stage: SlipStage, candidate: SlipCandidate, { cover, findSound }: SlipTools): Promise<Drill | Refusal> {
  const { tree, tests } = stage;
  const { path, text, mutant } = candidate;
  const files = [{ path, broken: applyMutant(text, mutant), fixed: text }];
  const run = (side: Side, some: readonly string[]) => {
    writeSide(tree, files, side);
    return runTests(tree, some);
  };
  const near = tests.findNear(path);
  // Of many tests the nearest are run before any code is marked.
  let covering = tests.areFew || near.length === 0 ? await cover() : undefined;
  const pick = (some: readonly string[]): string[] => some.filter((test) => covering === undefined || covering.includes(test));
  const nearest = pick(near);
  try {
    if (nearest.length > 0) {
      const verified = await verifyBug({ run, tests: nearest, findSound });
      if (verified.ok) return toDrill(stage, candidate, files, verified, false);
      if (verified.refusal !== 'no test minds it') return verified.refusal;
      if (tree.signal?.aborted) return verified.refusal;
    }
    covering ??= await cover();
    if (covering?.length === 0) return 'no test runs it';
    const others = pick(tests.areFew ? tests.all.map((test) => test.path) : tests.choose([path]).flat()).filter((test) => !near.includes(test));
    if (others.length === 0) return near.length === 0 ? 'no test names the file' : 'no test minds it';
    const verified = await verifyBug({ run, tests: others, findSound });
    if (!verified.ok) return verified.refusal === 'no test minds it' && !tests.areFew ? 'no near test minds it' : verified.refusal;
    // Marks say that the nearest tests do not come there; that they pass is what counts.
    if (near.length > 0 && nearest.length === 0 && (await run('broken', near)).finding !== 'passed') return 'runs disagree';
    return toDrill(stage, candidate, files, verified, near.length > 0);
  } finally {
    writeSide(tree, files, 'fixed');
  }
}

function toDrill(
  { context, commit }: SlipStage,
  { mutant }: SlipCandidate,
  files: Parameters<typeof makeDrill>[0]['files'],
  { broken, tests }: Extract<Verified, { ok: true }>,
  survives: boolean,
): Drill {
  const { failingTests, output } = broken;
  return makeDrill({
    repository: context.root,
    kind: 'mutation',
    commit,
    about: mutant.operator,
    files,
    tests,
    failingTests,
    output,
    survives,
    at: context.at(),
  });
}
