import { toFound, type CodeNode, type CodePattern, type CodeText, type Found, type SgNode } from '../code-pattern.ts';
import { enclosingLoops, inLoop, isBoundIn, rootOf, squeeze, type CollectionLoop } from '../loops.ts';
import { argumentsOf, findByLanguage, isFunction, isLiteral } from '../syntax.ts';

const SEARCHES = /^(?:find|findIndex|findLast|findLastIndex|filter|some|every|includes|indexOf|lastIndexOf)$/;
const SEARCH = String.raw`\.(?:find|findIndex|findLast|findLastIndex|filter|some|every|includes|indexOf|lastIndexOf|index|count)\(|\bin [a-z_][\w.]*(?:\(\))?\s*(?::|\]|\)|$|and\b|or\b)|\bslices\.(?:Contains|Index)|\bfor [^\n]{0,80}\brange\s|\bfor \((?:const|let|var) [^\n]{0,60} of\s`;

/**
 * A search through a whole collection for every element of one. `way`: `same` where it is the collection gone through,
 * `growing` where the loop itself adds to it, `other` where it is another one, of unknown size.
 */
export const searchInLoop: CodePattern = {
  id: 'search-in-loop',
  languages: ['ts', 'tsx', 'js', 'python', 'go'],
  sides: 'added',
  files: 'other',
  prefilter: inLoop(SEARCH),
  alongside: new RegExp(SEARCH, 'm'),
  find: findByLanguage({
    *script(code) {
      for (const found of code.nodes(['call_expression'], { regex: '\\.(?:find\\w*|filter|some|every|includes|\\w*[iI]ndexOf)\\(' })) {
        const callee = found.node.field('function');
        if (callee?.kind() !== 'member_expression' || !SEARCHES.test(callee.field('property')?.text() ?? '')) continue;
        const [first, start] = argumentsOf(found.node);
        // From where the last search ended on, all searches together are one pass.
        if (start !== undefined && /[iI]ndexOf|includes/.test(callee.field('property')?.text() ?? '')) continue;
        const byTest = first !== undefined && isFunction(first);
        yield* judge(code, found, callee.field('object'), byTest);
      }
      yield* nestedLoops(code, ['for_in_statement'], (node) => node.field('right'));
    },
    *python(code) {
      for (const found of code.nodes(['call'], { regex: '\\.(?:index|count)\\(' })) {
        const callee = found.node.field('function');
        if (callee?.kind() === 'attribute' && /^(?:index|count)$/.test(callee.field('attribute')?.text() ?? ''))
          yield* judge(code, found, callee.field('object'), false);
      }
      for (const found of code.nodes(['comparison_operator'], { regex: '\\bin\\b' }))
        yield* judge(code, found, found.node.namedChildren().at(-1) ?? null, false);
      yield* nestedLoops(code, ['for_statement', 'for_in_clause'], (node) => node.field('right'));
    },
    *go(code) {
      for (const found of code.nodes(['call_expression'], { regex: '^slices\\.(?:Contains|Index)(?:Func)?\\(' }))
        yield* judge(code, found, argumentsOf(found.node)[0] ?? null, false);
      yield* nestedLoops(
        code,
        ['for_statement'],
        (node) =>
          node
            .namedChildren()
            .find((child) => child.kind() === 'range_clause')
            ?.field('right') ?? null,
      );
    },
  }),
};

function* nestedLoops(code: CodeText, kinds: readonly string[], toCollection: (node: SgNode) => SgNode | null): Iterable<Found> {
  for (const found of code.nodes(kinds)) {
    const collection = toCollection(found.node);
    // Of loops in loops only the one that goes through the same collection again is sure to cost its square.
    if (collection && toWay(code, found.node, collection) === 'same') yield toFound(found, { way: 'same', collection: squeeze(collection.text()) });
  }
}

function* judge(code: CodeText, found: CodeNode, collection: SgNode | null, byTest: boolean): Iterable<Found> {
  if (!collection || isLiteral(collection) || /^(?:array|list|tuple|set|dictionary)$/.test(String(collection.kind()))) return;
  const way = toWay(code, found.node, collection);
  // Without a test function it may be a text, or a set, that is looked into.
  if (way === null || (way === 'other' && !byTest)) return;
  yield { ...toFound(found), captures: { way, collection: squeeze(collection.text()) } };
}

function toWay(code: CodeText, node: SgNode, collection: SgNode): 'same' | 'growing' | 'other' | null {
  const name = squeeze(collection.text());
  const [loop] = enclosingLoops(node, code.language);
  // A constant list stays as short as it was written.
  if (!loop || /^[A-Z][A-Z0-9_]*$/.test(name)) return null;
  const loops = enclosingLoops(node, code.language);
  if (loops.some((one) => one.collection === name && !changesFirst(one, name))) return 'same';
  if (isBoundIn(loop.node, rootOf(name), code.language)) return null;
  return growsIn(loop, name) ? 'growing' : 'other';
}

/** `while the list shrinks, look at the rest`: no full search each time. */
const changesFirst = ({ node }: CollectionLoop, name: string): boolean => squeeze(node.text()).includes(`${name}.shift(`);

const growsIn = ({ node }: CollectionLoop, name: string): boolean => {
  const text = squeeze(node.text());
  return text.includes(`${name}.push(`) || text.includes(`${name}.append(`) || text.includes(`${name}=append(${name},`);
};
