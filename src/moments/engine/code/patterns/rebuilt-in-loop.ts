import { toFound, type CodePattern, type Found, type SgNode } from '../code-pattern.ts';
import { enclosingLoops, inLoop, isBoundIn, rootOf, squeeze } from '../loops.ts';
import { findByLanguage, isFunction } from '../syntax.ts';

/** A collection copied whole to add one element, once for every element: `all = [...all, one]`. */
export const rebuiltInLoop: CodePattern = {
  id: 'rebuilt-in-loop',
  languages: ['ts', 'tsx', 'js', 'python', 'go'],
  sides: 'added',
  files: 'other',
  prefilter: inLoop(String.raw`\[\s*\.\.\.\w|\{\s*\.\.\.\w|\.concat\(|=\s*\w+ \+ \[|\[\s*\*\w|\+=\s*(?:["${'`'}]|fmt\.|string\()`),
  find: findByLanguage({
    *script(code) {
      for (const found of code.nodes(['assignment_expression'], { regex: '=\\s*(?:\\[\\s*\\.\\.\\.|\\{\\s*\\.\\.\\.|[\\w.]+\\.concat\\()' })) {
        const target = squeeze(found.node.field('left')?.text() ?? '');
        const value = squeeze(found.node.field('right')?.text() ?? '');
        const copies = value.startsWith(`[...${target},`) || value.startsWith(`{...${target},`) || value.startsWith(`${target}.concat(`);
        const [loop] = enclosingLoops(found.node, code.language);
        if (copies && loop && !isBoundIn(loop.node, rootOf(target), code.language)) yield toFound(found, { target });
      }
      for (const found of code.nodes(['call_expression'], { regex: '\\.reduce\\(' })) {
        const target = findAccumulated(found.node);
        if (target) yield { ...toFound(found), text: found.node.text().split('\n', 3).join('\n'), captures: { target } };
      }
    },
    *python(code): Iterable<Found> {
      for (const found of code.nodes(['assignment'], { regex: '^([\\w.]+)\\s*=\\s*(?:[\\w.]+\\s*\\+\\s*\\[|\\[\\s*\\*|pd\\.concat\\()' })) {
        const target = squeeze(found.node.field('left')?.text() ?? '');
        const value = squeeze(found.node.field('right')?.text() ?? '');
        const copies = value.startsWith(`${target}+[`) || value.startsWith(`[*${target},`) || value.startsWith(`pd.concat([${target},`);
        const [loop] = enclosingLoops(found.node, code.language);
        if (copies && loop) yield toFound(found, { target });
      }
    },
    *go(code) {
      for (const found of code.nodes(['assignment_statement'], { regex: '^\\w+\\s*\\+=\\s*(?:"|`|fmt\\.Sprint|string\\()' })) {
        const target = found.node.text().split(/\s*\+=/, 1)[0] ?? '';
        const [loop] = enclosingLoops(found.node, code.language);
        if (loop && !isBoundIn(loop.node, target, code.language)) yield toFound(found, { target });
      }
    },
  }),
};

/** The first parameter of a `reduce` callback whose result is a copy of it and something more. */
function findAccumulated(call: SgNode): string | null {
  if (call.field('function')?.field('property')?.text() !== 'reduce') return null;
  const callback = call.field('arguments')?.namedChildren().find(isFunction);
  const name = /^\(?\s*(\w+)/.exec(callback?.field('parameters')?.text() ?? '')?.[1];
  if (!callback || !name) return null;
  const body = squeeze(callback.field('body')?.text() ?? '');
  const copies = [`({...${name},`, `[...${name},`, `return{...${name},`, `return[...${name},`, `${name}.concat(`];
  return copies.some((copy) => (copy.startsWith('return') ? body.includes(copy) : body.startsWith(copy))) ? name : null;
}
