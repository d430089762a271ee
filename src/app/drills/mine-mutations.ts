import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Drill } from '../../model/drill.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { applyMutant, canMutate, listMutants, type Mutant } from '../../learning/drills/list-mutants.ts';
import { toCodeLanguage } from '../../moments/engine/code/code-language.ts';
import { createCodeParser } from '../../moments/engine/code/parse-code.ts';
import { detectSuite } from '../../probes/suites/detect-suite.ts';
import { isStartable } from '../../probes/suites/narrow-suite.ts';
import { exportTree } from '../../probes/tree/export-tree.ts';
import { listTree } from '../../sources/git/list-tree.ts';
import { runGit } from '../../sources/git/run-git.ts';
import { runTests, writeSide, type DrillTree, type Side } from './drill-tree.ts';
import { isProduct } from './find-fixes.ts';
import { findNearTests, MOST_TEST_FILES } from './find-near-tests.ts';
import { makeDrill } from './make-drill.ts';
import type { MiningContext } from './mine-drills.ts';
import { createStageCount, NOTHING_MINED, type MinedStage } from './stage-count.ts';
import { createSoundSide, verifyBug, type Refusal, type SoundSide } from './verify-bug.ts';

/** More from one function would tell its sound text. */
const MOST_OF_ONE_FUNCTION = 2;

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
    const detected = await detectSuite(folder, root, 'nearest');
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
  const { context, candidates, wanted, tree } = stage;
  const { request } = context;
  const count = createStageCount(context, candidates.length);
  const sounds = new Map<string, SoundSide>();
  const soundOf = (tests: readonly string[]): SoundSide => {
    const key = tests.join('\n');
    const known = sounds.get(key) ?? createSoundSide(() => runTests(tree, tests));
    sounds.set(key, known);
    return known;
  };
  const perFunction = new Map<string, number>();
  for (const candidate of candidates) {
    if (request.signal?.aborted || count.verified() >= wanted) break;
    const { key, ground } = candidate;
    if (context.knownOutcome(key) !== undefined) {
      count.skip();
      continue;
    }
    if ((perFunction.get(ground) ?? 0) >= MOST_OF_ONE_FUNCTION) continue;
    request.onProgress?.(`slips put into the code: ${count.describe()}`);
    const tried = await tryMutant(stage, candidate, soundOf);
    if (request.signal?.aborted) break;
    if (typeof tried === 'string') {
      count.refuse(key, tried);
      continue;
    }
    perFunction.set(ground, (perFunction.get(ground) ?? 0) + 1);
    count.keep(key, tried);
  }
  return count.finish();
}

/** The nearest tests first; the others only where these do not mind: a slip that none minds may change nothing at all, and is no drill. */
async function tryMutant(
  { context, tree, commit, tests }: Stage,
  { path, text, mutant, near }: Candidate,
  soundOf: (tests: readonly string[]) => SoundSide,
): Promise<Drill | Refusal> {
  const files = [{ path, broken: applyMutant(text, mutant), fixed: text }];
  try {
    const choices = listChoices(near, tests);
    if (choices.length === 0) return 'no test names the file';
    for (const used of choices) {
      const run = (side: Side) => {
        writeSide(tree, files, side);
        return runTests(tree, used);
      };
      writeSide(tree, files, 'fixed');
      const verified = await verifyBug(
        run,
        withSound(soundOf(used), () => writeSide(tree, files, 'fixed')),
      );
      if (verified.ok) {
        const { failingTests, output } = verified.broken;
        const { root: repository, at } = context;
        const drill = { repository, commit, about: mutant.operator, files, tests: used, failingTests, survives: used !== choices[0], output, at: at() };
        return makeDrill({ kind: 'mutation', ...drill });
      }
      if (verified.refusal !== 'no test minds it') return verified.refusal;
    }
    return near.length > 0 && tests.length > MOST_TEST_FILES ? 'no near test minds it' : 'no test minds it';
  } finally {
    writeSide(tree, files, 'fixed');
  }
}

/** Which tests to try, in turn: those near the file, then all of them, where these are few. */
function listChoices(near: readonly string[], all: readonly string[]): (readonly string[])[] {
  const others = all.length > near.length && all.length <= MOST_TEST_FILES ? [all] : [];
  return near.length > 0 ? [near, ...others] : others;
}

/** Its runs belong to no candidate, so each puts the sound text there first. */
const withSound = ({ begin, confirm }: SoundSide, putSound: () => void): SoundSide => ({
  begin: () => (putSound(), begin()),
  confirm: () => (putSound(), confirm()),
});

function listCandidates(folder: string, paths: readonly string[], tests: readonly string[]): Candidate[] {
  const parse = createCodeParser();
  const testTexts = tests.map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
  const found = paths
    .filter((path) => isProduct(path) && !tests.includes(path) && !/\.d\.[cm]?ts$|\.pyi$/.test(path))
    .flatMap((path): Candidate[] => {
      const language = toCodeLanguage(path, '');
      if (language === null || !canMutate(language)) return [];
      const text = readFileSync(join(folder, path), 'utf8');
      const root = parse(text, language);
      if (!root) return [];
      const near = findNearTests(testTexts, path);
      return listMutants(root, language).map((mutant) => ({
        key: `mutant ${hash([path, mutant.operator, String(mutant.start), mutant.replacement, text])}`,
        path,
        text,
        mutant,
        ground: mutant.within ? text.slice(mutant.within.start, mutant.within.end) : text,
        near,
      }));
    })
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
  return takeTurns(found);
}

/** One of each operator, then a second of each: the commonest would else be nearly all of them. */
function takeTurns(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Map<string, number>();
  const turns = candidates.map((candidate) => {
    const turn = seen.get(candidate.mutant.operator) ?? 0;
    seen.set(candidate.mutant.operator, turn + 1);
    return { candidate, turn };
  });
  return turns.toSorted((a, b) => a.turn - b.turn).map(({ candidate }) => candidate);
}

const hash = (parts: readonly string[]): string => createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 24);
