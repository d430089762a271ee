/** Slips put into code over its syntax, in the languages that have a table of them. */
import type { SgNode } from '@ast-grep/napi';
import type { Operator } from './operators.ts';
import { GO_SLIPS } from './slips/go-slips.ts';
import { PYTHON_SLIPS } from './slips/python-slips.ts';
import { SCRIPT_SLIPS } from './slips/script-slips.ts';
import type { SlipLanguage } from './slips/slip.ts';

export interface Mutant {
  readonly operator: Operator;
  /** Offsets in the text, in UTF-16 units, of what is replaced. */
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** The innermost function with a body around it, as offsets; null at the top of a file. */
  readonly within: { readonly start: number; readonly end: number } | null;
}

const LANGUAGES: Readonly<Record<string, SlipLanguage>> = { ts: SCRIPT_SLIPS, tsx: SCRIPT_SLIPS, js: SCRIPT_SLIPS, python: PYTHON_SLIPS, go: GO_SLIPS };

export const canMutate = (language: string): boolean => Object.hasOwn(LANGUAGES, language);

/** Every slip that fits, in the order of the text; none for a language without a table. Types alone and imports are left as they are. */
export function listMutants(root: SgNode, language: string): Mutant[] {
  const known = Object.hasOwn(LANGUAGES, language) ? LANGUAGES[language] : undefined;
  if (!known) return [];
  const text = root.text();
  const found = known.slips.flatMap(({ operator, kinds, change }) =>
    kinds.flatMap((kind) =>
      root.findAll({ rule: { kind } }).flatMap((node): Mutant[] => {
        const changed = change(node);
        if (changed === null) return [];
        return [{ operator, ...(takeOutLines(text, ...changed) ?? replace(...changed)), within: findFunction(node, known) }];
      }),
    ),
  );
  return found.toSorted((a, b) => a.start - b.start || a.end - b.end || (a.operator < b.operator ? -1 : 1));
}

type Edit = Pick<Mutant, 'start' | 'end' | 'replacement'>;

function replace(node: SgNode, replacement: string): Edit {
  const { start, end } = node.range();
  return { start: start.index, end: end.index, replacement };
}

const NOTHING = /^(?:;|pass)$/;
const BLOCKS = new Set(['statement_block', 'program', 'block', 'module']);

/** A statement that is only taken out goes with its lines: a lone `;` or `pass` in its place would show where the bug is. Null where it shares a line, or a block would be left without any. */
function takeOutLines(text: string, node: SgNode, replacement: string): Edit | null {
  const parent = node.parent();
  if (!NOTHING.test(replacement) || !parent || !BLOCKS.has(String(parent.kind()))) return null;
  if (replacement === 'pass' && parent.namedChildren().filter((child) => child.kind() !== 'comment').length < 2) return null;
  const range = node.range();
  const start = text.lastIndexOf('\n', range.start.index - 1) + 1;
  const newline = text.indexOf('\n', range.end.index);
  const end = newline === -1 ? text.length : newline + 1;
  const isAlone = text.slice(start, range.start.index).trim() === '' && text.slice(range.end.index, end).trim() === '';
  return isAlone ? { start, end, replacement: '' } : null;
}

function findFunction(node: SgNode, { isBodied }: SlipLanguage): Mutant['within'] {
  const around = [node, ...node.ancestors()].find(isBodied);
  if (!around) return null;
  const { start, end } = around.range();
  return { start: start.index, end: end.index };
}

export const applyMutant = (text: string, { start, end, replacement }: Mutant): string => text.slice(0, start) + replacement + text.slice(end);
