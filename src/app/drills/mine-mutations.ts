import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Drill } from '../../model/drill.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { applyMutant, listMutants, type Mutant } from '../../learning/drills/list-mutants.ts';
import { toCodeLanguage } from '../../moments/engine/code/code-language.ts';
import { createCodeParser } from '../../moments/engine/code/parse-code.ts';
import { isScript } from '../../moments/engine/code/syntax.ts';
import { detectSuite } from '../../probes/suites/detect-suite.ts';
import { isStartable } from '../../probes/suites/narrow-suite.ts';
import { exportTree } from '../../probes/tree/export-tree.ts';
import { listTree } from '../../sources/git/list-tree.ts';
import { runGit } from '../../sources/git/run-git.ts';
import { runTests, writeSide, type DrillTree, type Side, type SideRun } from './drill-tree.ts';
import { isProduct } from './find-fixes.ts';
import { makeDrill } from './make-drill.ts';
import type { MiningContext } from './mine-drills.ts';
import { createStageCount, NOTHING_MINED, type MinedStage } from './stage-count.ts';
import { stays, type Refusal } from './verify-bug.ts';

/** More from one function would tell its sound text. */
const MOST_OF_ONE_FUNCTION = 2;
/** Of those that no test minds some change nothing that could be minded: they stay the smaller part. */
const SURVIVING_SHARE = 1 / 3;

interface Candidate {
  readonly key: string;
  readonly path: string;
  readonly text: string;
  readonly mutant: Mutant;
  readonly ground: string;
  /** Test files named after the file, or that import it. */
  readonly near: readonly string[];
}

/** Puts slips into the code as it is now, in an order that has nothing to do with where they stand. */
export async function mineMutations(context: MiningContext, wanted: number): Promise<Result<MinedStage, Problem>> {
  const { root, sandbox, request } = context;
  const head = await runGit(root, ['rev-parse', 'HEAD']);
  if (!head.ok) return head;
  const commit = head.value.trim();
  const exported = await exportTree(root, commit);
  if (!exported.ok) return exported;
  try {
    const { folder } = exported.value;
    const detected = await detectSuite(folder, root);
    if (detected.suite === null) return failed(problem('not-found', detected.why));
    const listed = await listTree(root, commit);
    if (!listed.ok) return listed;
    const paths = listed.value.map(({ path }) => path).filter((path) => path.startsWith(request.under));
    const tests = paths.filter((path) => isStartable(detected.suite.framework, path));
    const candidates = listCandidates(folder, paths, tests);
    if (candidates.length === 0) return ok(NOTHING_MINED);
    const tree: DrillTree = { folder, suite: detected.suite, sandbox, ...(request.signal ? { signal: request.signal } : {}) };
    return ok(await tryAll({ context, tree, commit, tests, candidates, wanted }));
  } finally {
    exported.value.remove();
  }
}

interface Stage {
  readonly context: MiningContext;
  readonly tree: DrillTree;
  readonly commit: string;
  readonly tests: readonly string[];
  readonly candidates: readonly Candidate[];
  readonly wanted: number;
}

async function tryAll(stage: Stage): Promise<MinedStage> {
  const { context, candidates, wanted } = stage;
  const { request } = context;
  const count = createStageCount(context, candidates.length);
  const soundness = createSoundness(stage.tree);
  const perFunction = new Map<string, number>();
  let survivors = 0;
  for (const candidate of candidates) {
    if (request.signal?.aborted || count.verified() >= wanted) break;
    const { key, path, mutant, ground, near } = candidate;
    if (context.knownOutcome(key) !== undefined) {
      count.skip();
      continue;
    }
    if ((perFunction.get(ground) ?? 0) >= MOST_OF_ONE_FUNCTION) continue;
    if (near.length === 0) {
      count.refuse(key, 'no test names the file');
      continue;
    }
    request.onProgress?.(`${path}: ${mutant.operator}`);
    const tried = await tryMutant(stage, candidate, soundness, survivors < wanted * SURVIVING_SHARE);
    if (request.signal?.aborted) break;
    if (typeof tried === 'string') {
      count.refuse(key, tried);
      continue;
    }
    perFunction.set(ground, (perFunction.get(ground) ?? 0) + 1);
    if (tried.failingTests.length === 0) survivors += 1;
    count.keep(key, tried);
  }
  return count.finish();
}

/** Whether tests pass on the code as it is, three times: asked once for each set of them. */
function createSoundness(tree: DrillTree) {
  const known = new Map<string, Promise<Refusal | null>>();
  const ask = async (tests: readonly string[]): Promise<Refusal | null> => {
    const run = (): Promise<SideRun> => runTests(tree, tests);
    const first = await run();
    if (first.finding === 'could-not-run') return 'could not be run';
    if (first.finding === 'failed') return (await stays(run, 'fixed', first)) ? 'tests fail with the fix' : 'runs disagree';
    return (await stays(run, 'fixed', first)) ? null : 'runs disagree';
  };
  return (tests: readonly string[]): Promise<Refusal | null> => {
    const key = tests.join('\n');
    const asked = known.get(key) ?? ask(tests);
    known.set(key, asked);
    return asked;
  };
}

async function tryMutant(
  { context, tree, commit, tests }: Stage,
  { path, text, mutant, ground, near }: Candidate,
  isSound: (tests: readonly string[]) => Promise<Refusal | null>,
  maySurvive: boolean,
): Promise<Drill | Refusal> {
  const files = [{ path, broken: applyMutant(text, mutant), fixed: text }];
  const make = (used: readonly string[], run: SideRun, survives: boolean): Drill =>
    makeDrill({
      repository: context.root,
      kind: 'mutation',
      commit,
      about: mutant.operator,
      files,
      tests: used,
      failingTests: run.failingTests,
      survives,
      output: run.output,
      ground,
      at: context.at(),
    });
  const runOn =
    (used: readonly string[]) =>
    async (side: Side): Promise<SideRun> => {
      writeSide(tree, files, side);
      return runTests(tree, used);
    };
  try {
    // The nearest tests first; the others only where these do not mind.
    for (const [at, used] of [near, tests].entries()) {
      const survives = at > 0;
      writeSide(tree, files, 'fixed');
      const unsound = await isSound(used);
      if (unsound) return unsound;
      const run = runOn(used);
      const first = await run('broken');
      if (first.finding === 'could-not-run') return 'could not be run';
      if (first.finding === 'failed') {
        if (first.failingTests.length === 0) return 'failing tests have no name';
        return (await stays(run, 'broken', first)) ? make(used, first, survives) : 'runs disagree';
      }
      if (survives) {
        if (!maySurvive) return 'enough that no test minds';
        return (await stays(run, 'broken', first)) ? make(used, first, true) : 'runs disagree';
      }
    }
    return 'tests pass without the fix';
  } finally {
    writeSide(tree, files, 'fixed');
  }
}

function listCandidates(folder: string, paths: readonly string[], tests: readonly string[]): Candidate[] {
  const parse = createCodeParser();
  const testTexts = tests.map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
  return paths
    .filter((path) => isProduct(path) && !tests.includes(path) && isScriptFile(path))
    .flatMap((path): Candidate[] => {
      const text = readFileSync(join(folder, path), 'utf8');
      const language = toCodeLanguage(path, '');
      const root = language === null ? null : parse(text, language);
      if (!root) return [];
      const near = testTexts.filter((test) => names(test, path)).map((test) => test.path);
      return listMutants(root).map((mutant) => ({
        key: `mutant ${hash([path, mutant.operator, String(mutant.start), mutant.replacement, text])}`,
        path,
        text,
        mutant,
        ground: mutant.within ? text.slice(mutant.within.start, mutant.within.end) : text,
        near,
      }));
    })
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

function isScriptFile(path: string): boolean {
  const language = toCodeLanguage(path, '');
  return language !== null && isScript(language) && !/\.d\.[cm]?ts$/.test(path);
}

/** A test that is called like the file, or that imports it. */
function names(test: { readonly path: string; readonly text: string }, path: string): boolean {
  const name = posix.basename(path).replace(/\.\w+$/, '');
  if (posix.basename(test.path).replace(/[._-](?:test|spec)\.\w+$/, '') === name) return true;
  const target = posix.join(posix.dirname(path), name);
  return [...test.text.matchAll(/(?:from|import|require\()\s*\(?['"](\.[^'"]*)['"]/g)].some(([, given = '']) => {
    const at = posix.join(posix.dirname(test.path), given).replace(/\.[cm]?[jt]sx?$/, '');
    return at === target || (name === 'index' && at === posix.dirname(path));
  });
}

const hash = (parts: readonly string[]): string => createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 24);
