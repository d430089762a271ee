import { findBracedLoops } from '../braced-loops.ts';
import { toBraced } from '../braced-blocks.ts';
import { BRACED } from '../code-language.ts';
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
const SLOW = String.raw`\b(?:fetch|axios|got|ky)(?:\.\w+)?\(|\b(?:requests|httpx|subprocess)\.|Sync\(|\bopen\(|\bread_(?:text|bytes)\(|(?:ReadFile|readFile|listdir|ReadDir|safe_load)\(|\bhttp\.(?:Get|Post)\(|\bexec\.Command|\b${REMOTE}(?:\(\))?(?:\.\w+)?\.${ASKS}\(`;

const SLOW_IN_BRACES = [
  String.raw`(?<query>\b\w*(?:[rR]epository|[rR]epo|[dD]ao|[jJ]dbcTemplate|[eE]ntityManager|[dD]b(?:Context)?|[cC]onn(?:ection)?|[sS]tatement|[sS]tmt|[cC]ontext)(?:\.|->)(?:\w+\.)?(?:find|query|execute|save|select|First|Single|Find|Load|Query|Execute)\w*\(|\bsqlite3_(?:exec|prepare\w*)\(|\.fetch_(?:one|all|optional)\()`,
  String.raw`(?<request>\b(?:restTemplate|\w*[hH]ttpClient)(?:\.|->)(?:get|send|post|put|exchange|Get|Post|Put|Delete|Send)\w*\(|\breqwest::(?:blocking::)?get\(|\bcurl_easy_perform\()`,
  String.raw`(?<same>\b(?:Files\.(?:read|lines)\w*|File\.(?:ReadAll|Open)\w*|fs::read\w*|fopen|new (?:FileReader|FileInputStream|StreamReader)|std::ifstream \w+)\()`,
].join('|');

/**
 * Something slow done once for every element. `way`: `same` where it reads the same thing each time, `query` and `request`
 * for a round trip, `process` for a program started.
 */
export const ioInLoop: CodePattern = {
  id: 'io-in-loop',
  languages: ['ts', 'tsx', 'js', 'python', 'go', ...BRACED],
  sides: 'added',
  files: 'other',
  prefilter: inLoop(`${SLOW}|${SLOW_IN_BRACES}`),
  alongside: new RegExp(`${SLOW}|${SLOW_IN_BRACES}`),
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
    braced: findInBraces,
  }),
};

const IN_BRACES = new RegExp(SLOW_IN_BRACES, 'g');

function* findInBraces(code: CodeText): Iterable<Found> {
  const { masked, lineAt, partnerOf } = toBraced(code);
  const seen = new Set<number>();
  // The innermost loop comes last.
  for (const loop of [...findBracedLoops(code)].toReversed()) {
    if (loop.collection === '') continue;
    for (const match of loop.body.matchAll(IN_BRACES)) {
      const at = loop.from + match.index;
      const line = lineAt(at);
      const { query, request, same } = match.groups ?? {};
      const args = masked.slice(at + match[0].length, Math.max(at + match[0].length, partnerOf(at + match[0].length - 1)));
      if (seen.has(at) || !code.meets(line, line) || (same !== undefined && (args.match(/[A-Za-z_]\w*/g) ?? []).some(loop.binds))) continue;
      seen.add(at);
      const callee = match[0].slice(0, -1).trim();
      yield {
        start: line,
        end: line,
        text: (code.lines[line] ?? '').trim(),
        captures: { way: query ? 'query' : request ? 'request' : 'same', callee, collection: loop.collection },
      };
    }
  }
}

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
