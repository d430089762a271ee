import { BRACED } from '../code-language.ts';
import { toFound, type CodePattern, type CodeText, type Found, type SgNode } from '../code-pattern.ts';
import { enclosingFunction, findByLanguage, isLiteral, statementsOf } from '../syntax.ts';

/** Values every function may treat apart: the base cases. */
const BASE_CASE = /^(?:-?[012]|-1|""|''|``|null|undefined|None|true|false|True|False|nil|\[\]|\{\})$/;

/** One input answered by a literal written for it: `if (n === 42) return 1337`. */
export const literalSpecialCase: CodePattern = {
  id: 'literal-special-case',
  languages: ['ts', 'tsx', 'js', 'python', 'go', ...BRACED],
  sides: 'added',
  files: 'other',
  prefilter: /\b(?:el)?if\b.*(?:==\s*["'`\d-]|["'`\d]\s*==|\bequals\()/,
  alongside: /\breturn\s+(?:[bfru]{0,2}["'`]|[-\d]|String::from\()/,
  find: findByLanguage({
    *script(code) {
      for (const found of code.nodes(['if_statement'], { regex: '^if\\s*\\([^&|]*===?' })) {
        const condition = found.node.field('condition')?.namedChildren()[0];
        const consequence = found.node.field('consequence');
        const body = consequence?.kind() === 'statement_block' ? statementsOf(consequence) : consequence ? [consequence] : [];
        const special = judge(condition?.field('left'), condition?.field('right'), body, found.node);
        if (special) yield toFound(found, special);
      }
    },
    *python(code) {
      for (const found of code.nodes(['if_statement', 'elif_clause'], { regex: '^(?:el)?if\\s[^\\n]*==' })) {
        const condition = found.node.field('condition');
        if (condition?.kind() !== 'comparison_operator') continue;
        const [left, right] = condition.namedChildren();
        const special = judge(left, right, statementsOf(found.node.field('consequence')), found.node);
        if (special) yield toFound(found, special);
      }
    },
    *go(code) {
      for (const found of code.nodes(['if_statement'], { regex: '^if\\s[^{;]*==' })) {
        const condition = found.node.field('condition');
        const special = judge(condition?.field('left'), condition?.field('right'), statementsOf(found.node.field('consequence')), found.node);
        if (special) yield toFound(found, special);
      }
    },
    braced: findInBraces,
  }),
};

const LITERAL = String.raw`-?\d[\d_.]*\w{0,3}|"[^"\n]*"|'[^'\n]{1,2}'`;
const ANSWERED = new RegExp(
  String.raw`^\W*(?:else\s+)?if\s*\(?\s*(?:(\w+)\s*==\s*(${LITERAL})|(\w+)\.[eE]quals\(\s*(${LITERAL})\s*\)|(${LITERAL})\.[eE]quals\(\s*(\w+)\s*\))\s*\)?\s*\{?\s*return\s+(?:String::from\()?(${LITERAL})(?:\)|\.(?:to_string|into|to_owned)\(\))?\s*;`,
);
/** What stands between the brackets of the function around a line, without a grammar: the last head of one before it. */
const FUNCTION_HEAD = /^(?!\s*(?:\}?\s*(?:else\s+)?if|for|foreach|while|switch|catch|using|lock|return|match)\b)[^=;]*?\w\s*\(([^()]*)\)[^;=]*$/;
const LINES_BEFORE = 60;

function* findInBraces(code: CodeText): Iterable<Found> {
  const masked = code.code();
  for (const index of code.changed) {
    if (!/\bif\b/.test(masked[index] ?? '')) continue;
    const answered = ANSWERED.exec(code.lines.slice(index, index + 3).join('\n'));
    if (!answered) continue;
    const [text, one, oneValue, two, twoValue, threeValue, three, answer = ''] = answered;
    const input = one ?? two ?? three ?? '';
    const value = oneValue ?? twoValue ?? threeValue ?? '';
    if (/^\d/.test(input) || BASE_CASE.test(value) || BASE_CASE.test(answer)) continue;
    const before = masked.slice(Math.max(0, index - LINES_BEFORE), index);
    const parameters = before.findLast((line) => FUNCTION_HEAD.test(line));
    const head = parameters === undefined ? undefined : FUNCTION_HEAD.exec(parameters)?.[1];
    if (head !== undefined && !new RegExp(`\\b${input}\\b`).test(head)) continue;
    yield {
      start: index,
      end: index + text.split('\n').length - 1,
      text: text.trim(),
      captures: { input, value, answer, parameter: head === undefined ? '' : 'yes' },
    };
  }
}

function judge(left: SgNode | null | undefined, right: SgNode | null | undefined, body: readonly SgNode[], at: SgNode): Record<string, string> | null {
  if (!left || !right || body.length !== 1) return null;
  const [input, value] = isLiteral(right) ? [left, right] : [right, left];
  if (!isLiteral(value) || !/^[A-Za-z_]\w*$/.test(input.text()) || BASE_CASE.test(value.text())) return null;
  const [returned] = body;
  if (returned?.kind() !== 'return_statement') return null;
  const answer = returned.namedChildren()[0];
  const plain = answer?.kind() === 'expression_list' ? answer.namedChildren()[0] : answer;
  const bare = plain && /^(?:as_expression|satisfies_expression)$/.test(String(plain.kind())) ? plain.namedChildren()[0] : plain;
  if (!bare || !isLiteral(bare) || BASE_CASE.test(bare.text())) return null;
  const parameters = enclosingFunction(at)?.field('parameters')?.text() ?? enclosingFunction(at)?.field('parameter')?.text();
  if (parameters !== undefined && !new RegExp(`\\b${input.text()}\\b`).test(parameters)) return null;
  return { input: input.text(), value: value.text(), answer: bare.text(), parameter: parameters === undefined ? '' : 'yes' };
}
