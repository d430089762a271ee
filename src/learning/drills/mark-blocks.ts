/** Puts a mark into every block of code that holds a slip, so that one run of the tests tells which of them run it. */
import type { SgNode } from '@ast-grep/napi';
import type { Mutant } from './list-mutants.ts';

/** Where the marks are written while tests run. */
export const MARKS_FILE = '/tmp/rounds-marks';

export interface MarkedCode {
  readonly text: string;
  /** The mark of each slip, in the order they were given; null where it always runs, at the top of a file. */
  readonly marks: readonly (number | null)[];
}

interface Marking {
  readonly block: string;
  /** Where in the block, and what. */
  readonly mark: (block: SgNode, id: number, text: string) => { readonly at: number; readonly text: string } | null;
}

/** By the test's file: vitest and jest name it, node:test starts a process for it, pytest names it while the test runs. */
const toScriptMark = (id: number): string =>
  `{const f=globalThis.__vitest_worker__?.filepath??globalThis.expect?.getState?.().testPath??process.argv[1],k="${id} "+f,s=globalThis.__roundsMarks??=new Set();` +
  `if(!s.has(k)){s.add(k);process.getBuiltinModule("node:fs").appendFileSync("${MARKS_FILE}",k+"\\n")}}`;
const toPythonMark = (id: number): string =>
  `(lambda k, s: k in s or (s.add(k), open("${MARKS_FILE}", "a").write(k + "\\n")))` +
  `("${id} " + __import__("os").environ.get("PYTEST_CURRENT_TEST", "").split("::")[0], __import__("builtins").__dict__.setdefault("_rounds_marks", set()))`;

const SCRIPT: Marking = { block: 'statement_block', mark: (block, id) => ({ at: block.range().start.index + 1, text: toScriptMark(id) }) };
const PYTHON: Marking = {
  block: 'block',
  mark(block, id, text) {
    const statements = block.namedChildren().filter((child) => child.kind() !== 'comment');
    // A function's description has to stay the first that stands in it.
    const first = statements[0]?.kind() === 'expression_statement' && statements[0].namedChildren()[0]?.kind() === 'string' ? statements[1] : statements[0];
    if (!first) return null;
    const { start } = first.range();
    const indent = /[ \t]*$/.exec(text.slice(0, start.index))?.[0] ?? '';
    const isOnLineOfItsOwn = text[start.index - indent.length - 1] === '\n';
    return { at: start.index, text: `${toPythonMark(id)}${isOnLineOfItsOwn ? `\n${indent}` : '; '}` };
  },
};
const MARKING: Readonly<Record<string, Marking>> = { ts: SCRIPT, tsx: SCRIPT, js: SCRIPT, python: PYTHON };

/** Null for a language that is not marked. @param firstMark marks count from here, so that files may be run together */
export function markBlocks(text: string, root: SgNode, language: string, mutants: readonly Mutant[], firstMark: number): MarkedCode | null {
  const marking = Object.hasOwn(MARKING, language) ? MARKING[language] : undefined;
  if (!marking) return null;
  const blocks = root
    .findAll({ rule: { kind: marking.block } })
    .flatMap((node) =>
      node.ancestors().some((one) => one.kind() === 'ERROR') ? [] : [{ node, start: node.range().start.index, end: node.range().end.index }],
    );
  const markByStart = new Map<number, number>();
  const inserted: { at: number; text: string }[] = [];
  const marks = mutants.map(({ start, end }) => {
    const [inner] = blocks.filter((block) => block.start <= start && end <= block.end).toSorted((a, b) => a.end - a.start - (b.end - b.start));
    if (!inner) return null;
    const known = markByStart.get(inner.start);
    if (known !== undefined) return known;
    const id = firstMark + inserted.length;
    const put = marking.mark(inner.node, id, text);
    if (!put) return null;
    inserted.push(put);
    markByStart.set(inner.start, id);
    return id;
  });
  const marked = inserted.toSorted((a, b) => b.at - a.at).reduce((all, put) => all.slice(0, put.at) + put.text + all.slice(put.at), text);
  return { text: marked, marks };
}
