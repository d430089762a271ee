import { toFound, type CodePattern } from '../code-pattern.ts';
import { argumentsOf, findByLanguage, findInLines, isFunction } from '../syntax.ts';

const SLOW =
  /\b(?:fetch|axios|got|request|http|query|exec\w*|spawn\w*|readFile|writeFile|upload|download|api|client|db|send|invoke|complet\w*|generate\w*|run\w*)\b/i;
const BOUNDED = /\b(?:pLimit|p-limit|limit\(|limiter|semaphore|chunk|batch|slice\(|concurrency|queue|SetLimit|TaskGroup)/i;

/** Everything of a collection begun at once, however much there is of it. */
export const unboundedFanOut: CodePattern = {
  id: 'unbounded-fan-out',
  languages: ['ts', 'tsx', 'js', 'python', 'go', 'csharp', 'rust'],
  sides: 'added',
  files: 'other',
  prefilter: /Promise\.all(?:Settled)?\(|asyncio\.gather\(|\bgo func\(|WhenAll\(|join_all\(/,
  find: findByLanguage({
    *script(code) {
      for (const found of code.nodes(['call_expression'], { regex: '^Promise\\.all(?:Settled)?\\(' })) {
        const [list] = argumentsOf(found.node);
        const callee = list?.kind() === 'call_expression' ? list.field('function') : null;
        const callback = list?.field('arguments')?.namedChildren().find(isFunction);
        const collection = callee?.field('object');
        if (!callback || !collection || callee?.field('property')?.text() !== 'map' || collection.kind() === 'array') continue;
        if (SLOW.test(callback.text()) && !BOUNDED.test(found.node.text())) yield toFound(found, { collection: collection.text() });
      }
    },
    braced: findInLines(/\b(?:Task\.WhenAll\(\s*([\w.]+)\.Select\(|join_all\(\s*([\w.]+?)\.(?:into_)?iter\(\)\.map\()/, (match, line) =>
      BOUNDED.test(line) || /^[A-Z_]+$/.test(match[1] ?? match[2] ?? '') ? null : { collection: match[1] ?? match[2] ?? '' },
    ),
    *python(code) {
      for (const found of code.nodes(['call'], { regex: '^asyncio\\.gather\\(\\s*\\*' })) {
        const collection = /\bin\s+([\w.()]+)/.exec(found.node.text())?.[1];
        if (collection && !BOUNDED.test(found.node.text())) yield toFound(found, { collection });
      }
    },
    *go(code) {
      for (const found of code.nodes(['go_statement'])) {
        const loop = found.node.ancestors().find((node) => node.kind() === 'for_statement');
        const head = loop?.namedChildren().find((node) => node.kind() === 'range_clause');
        if (loop && head && SLOW.test(found.node.text()) && !/\bsem\b|<-\s*struct|SetLimit|<-sem|make\(chan struct/.test(loop.text()))
          yield toFound(found, { collection: head.field('right')?.text() ?? '' });
      }
    },
  }),
};
