/** Which test files run the code of each slip, from one run of marked code: where none does, no test can mind. */
import { MARKS_FILE, markBlocks } from '../../learning/drills/mark-blocks.ts';
import { toCodeLanguage } from '../../moments/engine/code/code-language.ts';
import { createCodeParser } from '../../moments/engine/code/parse-code.ts';
import { TREE_INSIDE } from '../../probes/sandbox/to-sandbox-arguments.ts';
import { narrowSuite } from '../../probes/suites/narrow-suite.ts';
import { agree, runTests, writeSide, type DrillTree } from './drill-tree.ts';
import type { SlipCandidate } from './list-slips.ts';

/** Test files by the candidate's key; a candidate that is missing may be run by any. */
export type TestsByCandidate = ReadonlyMap<string, readonly string[]>;

const BEGINS = 'rounds-marks-begin';
/** The suite as it is started, and then what its marks wrote. */
const SAY_MARKS = `PATH="$(dirname "$1"):$PATH"; "$@"; code=$?; echo; echo ${BEGINS}; cat ${MARKS_FILE} 2>/dev/null; exit $code`;
const NOTHING_KNOWN: TestsByCandidate = new Map();

export async function coverSlips(tree: DrillTree, candidates: readonly SlipCandidate[], tests: readonly string[]): Promise<TestsByCandidate> {
  const marked = markFiles(candidates);
  if (marked.files.length === 0 || tests.length === 0) return NOTHING_KNOWN;
  let said = '';
  writeSide(tree, marked.files, 'broken');
  const suite = narrowSuite(tree.suite, tests);
  // The paths are named already: the shell takes the whole command.
  const covering = { ...tree, suite: { ...suite, argv: ['/bin/sh', '-c', SAY_MARKS, 'sh', ...suite.argv] as const } };
  const ran = await runTests(covering, null, (text) => (said += text)).finally(() => writeSide(tree, marked.files, 'fixed'));
  const lines = said.slice(said.lastIndexOf(BEGINS)).split('\n').slice(1);
  if (lines.every((line) => line.trim() === '') || ran.finding === 'could-not-run') return NOTHING_KNOWN;
  // Marks that made a test fail may have kept others from being reached.
  if (ran.finding === 'failed' && !agree(ran, await runTests(tree, tests))) return NOTHING_KNOWN;
  const filesByMark = new Map<number, Set<string>>();
  for (const line of lines) {
    const [, mark, file = ''] = /^(\d+) ?(.*)$/.exec(line) ?? [];
    if (mark !== undefined) filesByMark.set(Number(mark), (filesByMark.get(Number(mark)) ?? new Set()).add(file.replace(`${TREE_INSIDE}/`, '')));
  }
  return new Map([...marked.markByKey].map(([key, mark]) => [key, pickTests(filesByMark.get(mark), tests)]));
}

/** What ran while no test was named, as a module is read, is for any of them. */
function pickTests(files: ReadonlySet<string> | undefined, tests: readonly string[]): readonly string[] {
  if (files === undefined) return [];
  return [...files].every((file) => tests.includes(file)) ? tests.filter((test) => files.has(test)) : tests;
}

interface MarkedFiles {
  readonly files: readonly { readonly path: string; readonly broken: string; readonly fixed: string }[];
  readonly markByKey: ReadonlyMap<string, number>;
}

function markFiles(candidates: readonly SlipCandidate[]): MarkedFiles {
  const parse = createCodeParser();
  const files: MarkedFiles['files'][number][] = [];
  const markByKey = new Map<string, number>();
  let next = 1;
  for (const [path, own] of Map.groupBy(candidates, (one) => one.path)) {
    const text = own[0]?.text ?? '';
    const language = toCodeLanguage(path, '');
    const root = language === null ? null : parse(text, language);
    const mutants = own.map(({ mutant }) => mutant);
    const marked = root && language !== null ? markBlocks(text, root, language, mutants, next) : null;
    if (!marked) continue;
    files.push({ path, broken: marked.text, fixed: text });
    for (const [at, mark] of marked.marks.entries()) {
      const key = own[at]?.key;
      if (mark === null || key === undefined) continue;
      markByKey.set(key, mark);
      next = Math.max(next, mark + 1);
    }
  }
  return { files, markByKey };
}
