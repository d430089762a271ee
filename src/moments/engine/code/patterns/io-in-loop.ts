import { toFound, type CodeNode, type CodePattern, type CodeText, type Found } from '../code-pattern.ts';
import { enclosingLoops, inLoop, isBoundIn } from '../loops.ts';
import { argumentsOf, findByLanguage } from '../syntax.ts';

/** Objects that are asked over a connection, by the names people give them. */
const REMOTE = String.raw`(?:\w*[dD]b|\w*[dD]atabase|\w*[pP]risma|\w*[rR]epo(?:sitory)?|\w*[pP]ool|\w*[cC]onn(?:ection)?|knex|\w*[cC]ursor|\w*[sS]ession|tx|trx|transaction|\w*[qQ]ueries|\w*[mM]odel|objects|\w*[cC]ollection|\w*[cC]ache|redis)`;
const ASKS = String.raw`(?:query|queryRow|Query|QueryRow|QueryContext|QueryRowContext|Exec|ExecContext|execute|raw|find\w*|get\w*|fetch\w*|select|one|count|exists|first|update|save|insert|delete|remove|create)`;
const QUERY = new RegExp(String.raw`(?:^|\.)${REMOTE}(?:\(\))?(?:\.\w+)?\.${ASKS}$`);
const REQUEST =
  /^(?:fetch|axios(?:\.\w+)?|got(?:\.\w+)?|ky(?:\.\w+)?|requests\.(?:get|post|put|patch|delete)|httpx\.(?:get|post|put|patch|delete)|http\.(?:Get|Post))$/;
/** What the calls below have in their names; the rest of the tree need not leave the parser. */
const NAMED_CALL = String.raw`^[\w.$#]*(?:\(\))?[\w.$]*(?:fetch|axios|got|ky|get|post|put|patch|delete|Get|Post|ead\w*|ist\w*|open|load|Sync|run|check_\w+|call|ommand\w*|uery\w*|Exec\w*|exec\w*|raw|find\w*|select|one|count|exists|first|update|save|insert|remove|create)(?:<[^(]*>)?\(`;
const READ =
  /^(?:(?:fs|os|ioutil|path)\.)?(?:readFileSync|readFile|readdirSync|ReadFile|ReadDir|listdir)$|^open$|\.(?:read_text|read_bytes)$|^yaml\.safe_load$/;
const PROCESS = /^(?:\w+\.)?(?:execSync|execFileSync|spawnSync)$|^subprocess\.(?:run|check_output|check_call|call)$|^exec\.Command(?:Context)?$/;
const SLOW = String.raw`\b(?:fetch|axios|got|ky)(?:\.\w+)?\(|\b(?:requests|httpx|subprocess)\.|Sync\(|\bopen\(|\bread_(?:text|bytes)\(|(?:ReadFile|readFile|listdir|ReadDir|safe_load)\(|\bhttp\.(?:Get|Post)\(|\bexec\.Command|${REMOTE}(?:\(\))?(?:\.\w+)?\.${ASKS}\(`;

/**
 * Something slow done once for every element. `way`: `same` where it reads the same thing each time, `query` and `request`
 * for a round trip, `process` for a program started.
 */
export const ioInLoop: CodePattern = {
  id: 'io-in-loop',
  languages: ['ts', 'tsx', 'js', 'python', 'go'],
  sides: 'added',
  files: 'other',
  prefilter: inLoop(SLOW),
  find: findByLanguage({
    *script(code) {
      for (const found of code.nodes(['call_expression'], { regex: NAMED_CALL })) yield* judge(code, found);
    },
    *python(code) {
      for (const found of code.nodes(['call'], { regex: NAMED_CALL })) yield* judge(code, found);
    },
    *go(code) {
      for (const found of code.nodes(['call_expression'], { regex: NAMED_CALL })) yield* judge(code, found);
    },
  }),
};

function* judge(code: CodeText, found: CodeNode): Iterable<Found> {
  const callee = (found.node.field('function')?.text() ?? '').replace(/^(?:this|self)\.#?/, '');
  const way = READ.test(callee) ? 'same' : PROCESS.test(callee) ? 'process' : REQUEST.test(callee) ? 'request' : QUERY.test(callee) ? 'query' : null;
  if (way === null) return;
  const [loop] = enclosingLoops(found.node, code.language);
  if (!loop) return;
  // Reading a hundred files takes a hundred reads; reading one file a hundred times does not.
  if (way === 'same' && dependsOn(loop.node, found, code)) return;
  if (way === 'query' && code.language !== 'python' && code.language !== 'go' && found.node.parent()?.kind() !== 'await_expression') return;
  yield { ...toFound(found), captures: { way, callee, collection: loop.collection } };
}

/** Whether the call's arguments, or what it is called on, change from one element to the next. */
function dependsOn(loop: CodeNode['node'], { node }: CodeNode, code: CodeText): boolean {
  const object = node.field('function')?.text() ?? '';
  const names = [object, ...argumentsOf(node).map((argument) => argument.text())].join(' ').match(/[A-Za-z_$][\w$]*/g) ?? [];
  return names.some((name) => isBoundIn(loop, name, code.language));
}
