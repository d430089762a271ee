import { toBraced } from '../braced-blocks.ts';
import { findBracedLoops } from '../braced-loops.ts';
import { toFound, type CodePattern, type CodeText, type Found, type SgNode } from '../code-pattern.ts';
import { enclosingLoops, inLoop, isBoundIn, rootOf, squeeze } from '../loops.ts';
import { findByLanguage, isFunction } from '../syntax.ts';

const COPIES = String.raw`\[\s*\.\.\.\w|\{\s*\.\.\.\w|\.concat\(|=\s*\w+ \+ \[|\[\s*\*\w|\+=\s*(?:["${'`'}]|fmt\.|string\()|\w\s*\+=`;

/** A collection copied whole to add one element, once for every element: `all = [...all, one]`. */
export const rebuiltInLoop: CodePattern = {
  id: 'rebuilt-in-loop',
  languages: ['ts', 'tsx', 'js', 'python', 'go', 'java', 'csharp'],
  sides: 'added',
  files: 'other',
  prefilter: inLoop(COPIES),
  alongside: new RegExp(COPIES),
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
    braced: findTextsGrown,
  }),
};

/** Java and C#: a text is copied with every `+=`. Only where it is seen to be one, and to stand outside the loop. */
function* findTextsGrown(code: CodeText): Iterable<Found> {
  const { masked, lineAt } = toBraced(code);
  const seen = new Set<number>();
  for (const { collection, body, from } of findBracedLoops(code)) {
    if (collection === '') continue;
    for (const match of body.matchAll(/\b(\w+)\s*\+=[^;\n]*;/g)) {
      const target = match[1] as string;
      const line = lineAt(from + match.index);
      const isText = new RegExp(`\\b(?:[sS]tring\\s+${target}\\b|var\\s+${target}\\s*=\\s*")`);
      if (seen.has(line) || !code.meets(line, line) || !isText.test(masked.slice(Math.max(0, from - NEAR), from)) || isText.test(body)) continue;
      seen.add(line);
      yield { start: line, end: line, text: (code.lines[line] ?? '').trim(), captures: { target } };
    }
  }
}

/** Characters before a loop in which its function declares what it uses. */
const NEAR = 3_000;

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
