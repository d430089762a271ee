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
  const found = known.slips.flatMap(({ operator, kinds, change }) =>
    kinds.flatMap((kind) =>
      root.findAll({ rule: { kind } }).flatMap((node): Mutant[] => {
        const changed = change(node);
        if (changed === null) return [];
        const { start, end } = changed[0].range();
        return [{ operator, start: start.index, end: end.index, replacement: changed[1], within: findFunction(node, known) }];
      }),
    ),
  );
  return found.toSorted((a, b) => a.start - b.start || a.end - b.end || (a.operator < b.operator ? -1 : 1));
}

function findFunction(node: SgNode, { isBodied }: SlipLanguage): Mutant['within'] {
  const around = [node, ...node.ancestors()].find(isBodied);
  if (!around) return null;
  const { start, end } = around.range();
  return { start: start.index, end: end.index };
}

export const applyMutant = (text: string, { start, end, replacement }: Mutant): string => text.slice(0, start) + replacement + text.slice(end);
