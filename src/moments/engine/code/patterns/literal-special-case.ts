import { toFound, type CodePattern, type SgNode } from '../code-pattern.ts';
import { enclosingFunction, findByLanguage, isLiteral, statementsOf } from '../syntax.ts';

/** Values every function may treat apart: the base cases. */
const BASE_CASE = /^(?:-?[012]|-1|""|''|``|null|undefined|None|true|false|True|False|nil|\[\]|\{\})$/;

/** One input answered by a literal written for it: `if (n === 42) return 1337`. */
export const literalSpecialCase: CodePattern = {
  id: 'literal-special-case',
  languages: ['ts', 'tsx', 'js', 'python', 'go'],
  sides: 'added',
  files: 'other',
  prefilter: /\b(?:el)?if\b.*(?:==\s*["'`\d-]|["'`\d]\s*==)/,
  alongside: /\breturn\s+(?:[bfru]{0,2}["'`]|[-\d])/,
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
  }),
};

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
