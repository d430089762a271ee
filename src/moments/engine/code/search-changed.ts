/** Finds syntax nodes that meet the changed lines, searching only the parts of the tree that do: most edits change a few lines of a long declaration. */
import type { SgNode } from '@ast-grep/napi';
import { lazily } from './lazily.ts';

type Range = ReturnType<SgNode['range']>;

export interface FoundNode {
  readonly node: SgNode;
  readonly range: Range;
}

/** The nodes of these kinds whose text fits, in the order of the text. */
export type SearchChanged = (kinds: readonly string[], regex?: string) => FoundNode[];

/** A shorter node is searched whole: taking it apart costs more. */
const LONG_LINES = 12;
/** Every part is a search of its own. */
const MOST_PARTS = 8;
/** A sum of thousands of terms is as deep as it is long. */
const MOST_LEVELS = 60;

/** A node that is searched with all below it, or only looked at itself because some of its children are not worth a search. */
interface Part {
  readonly node: SgNode;
  readonly kind: string;
  readonly alone: boolean;
}

/** @param meets whether a change meets the lines of the parsed text; true of a range where it is of one within */
export function createChangedSearch(root: SgNode, meets: (firstLine: number, lastLine: number) => boolean): SearchChanged {
  const isMet = ({ start, end }: Range): boolean => meets(start.line, end.line);
  const parts = lazily(() => [...listParts(root, isMet, 0)]);
  return (kinds, regex) =>
    parts()
      .flatMap(({ node, kind, alone }) =>
        alone ? (kinds.includes(kind) && (regex === undefined || fits(node, kinds, regex)) ? [node] : []) : findAll(node, kinds, regex),
      )
      .flatMap((node) => {
        const range = node.range();
        return isMet(range) ? [{ node, range }] : [];
      });
}

function* listParts(node: SgNode, isMet: (range: Range) => boolean, level: number): Iterable<Part> {
  const children = node.children().map((child) => ({ child, range: child.range() }));
  const met = children.filter(({ range }) => isMet(range));
  const alone = met.length < children.length && met.length <= MOST_PARTS && level < MOST_LEVELS;
  yield { node, kind: String(node.kind()), alone };
  if (!alone) return;
  for (const { child, range } of met)
    if (range.end.line - range.start.line > LONG_LINES) yield* listParts(child, isMet, level + 1);
    else yield { node: child, kind: String(child.kind()), alone: false };
}

const toRule = (kinds: readonly string[], regex?: string) => ({
  rule: { any: kinds.map((kind) => ({ kind })), ...(regex === undefined ? {} : { regex: toAscii(regex) }) },
});

/** ast-grep compiles the expression for every search, which with the letters of all scripts takes longer than the search. */
const toAscii = (regex: string): string => regex.replaceAll(String.raw`\w`, '[0-9A-Za-z_]').replaceAll(String.raw`\b`, String.raw`(?-u:\b)`);

const findAll = (node: SgNode, kinds: readonly string[], regex?: string): SgNode[] => orElse([], () => node.findAll(toRule(kinds, regex)));
const fits = (node: SgNode, kinds: readonly string[], regex: string): boolean => orElse(false, () => node.matches(toRule(kinds, regex)));

/** A native panic on one hostile text must not end the reading of all others. */
function orElse<T>(nothing: T, search: () => T): T {
  try {
    return search();
  } catch (error) {
    // A rule that ast-grep refuses is our own mistake.
    if (error instanceof Error && 'code' in error && error.code === 'InvalidArg') throw error;
    return nothing;
  }
}
