import type { SgNode } from '@ast-grep/napi';
import type { DrillFile, Drill, DrillKind } from '../../model/drill.ts';
import type { Hunk } from '../../model/hunk.ts';
import { estimateDifficulty, measureDistance } from '../../learning/drills/estimate-difficulty.ts';
import { identifyDrill } from '../../learning/drills/identify-drill.ts';
import { listBrokenLines } from '../../learning/drills/judge-answer.ts';
import { chooseShownLines } from '../../learning/drills/choose-shown-lines.ts';
import { compareTexts, toBareHunks } from '../../learning/drills/to-bare-hunks.ts';
import { toCodeLanguage } from '../../moments/engine/code/code-language.ts';
import { createCodeParser } from '../../moments/engine/code/parse-code.ts';
import { isFunction } from '../../moments/engine/code/syntax.ts';

export interface DrillMaterial {
  readonly repository: string;
  readonly kind: DrillKind;
  readonly commit: string;
  readonly about: string;
  /** `hunks` as git compared the texts; absent where they differ in one place. */
  readonly files: readonly (Pick<DrillFile, 'path' | 'broken' | 'fixed'> & { readonly hunks?: readonly Hunk[] })[];
  readonly tests: readonly string[];
  readonly failingTests: readonly string[];
  readonly survives: boolean;
  /** Of the failing run. */
  readonly output: string;
  readonly at: string;
}

const AROUND = 2;
const parse = createCodeParser();

/** The one drill that this material is; the same material always makes the same. */
export function makeDrill(material: DrillMaterial): Drill {
  const { repository, kind, commit, about, tests, failingTests, survives, output, at } = material;
  const hunked = material.files.map((file) => ({ ...file, hunks: file.hunks?.flatMap(toBareHunks) ?? compareTexts(file.broken, file.fixed) }));
  const id = identifyDrill(hunked.flatMap(({ fixed, hunks }) => hunks.map((hunk) => ({ lines: hunk.lines, around: linesAround(fixed, hunk) }))));
  const offset = Number.parseInt(id.slice(0, 4), 16) / 0x10000;
  const files = hunked.map((file): DrillFile => ({ ...file, shown: chooseShown(file, offset) }));
  const distances = files.flatMap(({ path }) => tests.map((test) => measureDistance(path, test)));
  const rated = estimateDifficulty({
    changedLines: files.reduce((sum, { hunks }) => sum + hunks.reduce((all, { lines }) => all + lines.length, 0), 0),
    shownLines: files.reduce((sum, { shown }) => sum + shown.reduce((all, { start, end }) => all + end - start + 1, 0), 0),
    files: files.length,
    testDistance: distances.length === 0 ? 2 : Math.min(...distances),
    isNamedInOutput: files.some(({ path }) => output.includes(path)),
    survives,
  });
  const grounds = [...new Set(files.flatMap((file) => listGrounds(file)))];
  return { id, repository, kind, commit, about, files, tests: [...tests], failingTests: [...failingTests], survives, ...rated, grounds, at };
}

/** Of the sound file, without the change itself. */
function linesAround(fixed: string, { newStart, newLines }: Hunk): string[] {
  const lines = fixed.split('\n');
  const at = newLines === 0 ? newStart : newStart - 1;
  return [...lines.slice(Math.max(0, at - AROUND), at), ...lines.slice(at + newLines, at + newLines + AROUND)];
}

function chooseShown(file: Pick<DrillFile, 'path' | 'broken' | 'hunks'>, offset: number): DrillFile['shown'] {
  const spans = listFunctions(file.path, file.broken).map(toSpan);
  return chooseShownLines(file.broken.split('\n').length, listBrokenLines(file), spans, offset);
}

/** The outermost function with a name around each change, by that name: it stays the same place while its text changes. */
function listGrounds({ path, broken, hunks }: Pick<DrillFile, 'path' | 'broken' | 'hunks'>): string[] {
  const named = listFunctions(path, broken).flatMap((node) => {
    const name = nameOf(node);
    return name === undefined ? [] : [{ name, ...toSpan(node) }];
  });
  return listBrokenLines({ hunks }).map((line) => {
    const around = named.filter(({ start, end }) => start <= line && line <= end).toSorted((a, b) => b.end - b.start - (a.end - a.start));
    return `${path}#${around[0]?.name ?? nameDeclaration(broken, line)}`;
  });
}

const DECLARES = /^\S.*?\b(?:const|let|var|type|interface|class|enum|def|func|fn|function)\s+(\w+)|^(\w+)\s*=(?!=)/;

/** Outside of every function: what is declared there, at the left edge on this line or above. */
function nameDeclaration(text: string, line: number): string {
  const above = text.split('\n').slice(0, line).toReversed();
  for (const one of above) {
    const [, declared, assigned] = DECLARES.exec(one) ?? [];
    if (declared ?? assigned) return declared ?? assigned ?? '';
  }
  return '';
}

const toSpan = (node: SgNode): { start: number; end: number } => ({ start: node.range().start.line + 1, end: node.range().end.line + 1 });
/** An arrow function has the name of what it is given to. */
const nameOf = (node: SgNode): string | undefined => (node.field('name') ?? node.parent()?.field('name') ?? node.parent()?.field('key'))?.text();

function listFunctions(path: string, text: string): SgNode[] {
  const language = toCodeLanguage(path, '');
  const root = language === null ? null : parse(text, language);
  const kinds = FUNCTION_KINDS[language ?? ''] ?? SCRIPT_KINDS;
  return root === null ? [] : root.findAll({ rule: { any: kinds.map((kind) => ({ kind })) } }).filter(isFunction);
}

const SCRIPT_KINDS = ['arrow_function', 'function_declaration', 'function_expression', 'method_definition'];
const FUNCTION_KINDS: Readonly<Record<string, readonly string[]>> = {
  python: ['function_definition'],
  go: ['function_declaration', 'method_declaration', 'func_literal'],
};
