import type { DrillFile, Drill, DrillKind } from '../../model/drill.ts';
import type { Hunk } from '../../model/hunk.ts';
import { assignForm } from '../../learning/drills/assign-form.ts';
import { estimateDifficulty, measureDistance } from '../../learning/drills/estimate-difficulty.ts';
import { identifyDrill, identifyGround } from '../../learning/drills/identify-drill.ts';
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
  /** The sound code it stands in; absent: the lines around the change. */
  readonly ground?: string;
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
    testDistance: failingTests.length === 0 ? null : distances.length === 0 ? 2 : Math.min(...distances),
    isNamedInOutput: files.some(({ path }) => output.includes(path)),
    survives,
  });
  const ground = identifyGround(
    material.ground === undefined ? hunked.flatMap(({ fixed, hunks }) => hunks.flatMap((hunk) => linesAround(fixed, hunk))) : [material.ground],
  );
  return { id, repository, kind, commit, about, files, tests: [...tests], failingTests: [...failingTests], survives, ...rated, form: assignForm(ground), at };
}

/** Of the sound file, without the change itself. */
function linesAround(fixed: string, { newStart, newLines }: Hunk): string[] {
  const lines = fixed.split('\n');
  const at = newLines === 0 ? newStart : newStart - 1;
  return [...lines.slice(Math.max(0, at - AROUND), at), ...lines.slice(at + newLines, at + newLines + AROUND)];
}

function chooseShown(file: Pick<DrillFile, 'path' | 'broken' | 'hunks'>, offset: number): DrillFile['shown'] {
  const language = toCodeLanguage(file.path, '');
  const root = language === null ? null : parse(file.broken, language);
  const functions = root === null ? [] : root.findAll({ rule: { any: FUNCTION_KINDS } }).filter(isFunction);
  const spans = functions.map((node) => ({ start: node.range().start.line + 1, end: node.range().end.line + 1 }));
  return chooseShownLines(file.broken.split('\n').length, listBrokenLines(file), spans, offset);
}

const FUNCTION_KINDS = ['arrow_function', 'function_declaration', 'function_expression', 'method_definition'].map((kind) => ({ kind }));
