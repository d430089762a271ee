import { toFound, type CodeNode, type CodePattern, type SgNode } from '../code-pattern.ts';
import { argumentsOf, findByLanguage } from '../syntax.ts';

const STATEMENT = /^[a-z]*["'`]{1,3}\s*(?:SELECT\b[\s\S]*\bFROM\b|INSERT\s+INTO\b|UPDATE\b[\s\S]*\bSET\b|DELETE\s+FROM\b|DROP\s+TABLE\b)/i;
/** Where a value, not a name, is expected: only there could a parameter have been used. */
const VALUE_PLACE = /(?:=|<|>|\bLIKE|\bIN\s*\(|\bVALUES\s*\([^)]*|\bIN)\s*['"]?%?$/i;
/** A name that says the value is one of the program's own identifiers or an already quoted piece. */
const OWN_NAME = /schema|table|column|\bcols?\b|fields?\b|where|order|clause|placeholders?|quote|escape|ident|sql|limit|literal/i;

/** A query whose values are pasted into its text. */
export const sqlByString: CodePattern = {
  id: 'sql-by-string',
  languages: ['ts', 'tsx', 'js', 'python', 'go'],
  sides: 'added',
  prefilter: /["'`][\s+-]*(?:select|insert|update|delete)\b/i,
  find: findByLanguage({
    *script(code) {
      for (const found of code.nodes(['template_string'], { regex: '(?i)^`\\s*(?:select|insert|update|delete)\\b' })) {
        // A tagged template (sql`…`) makes parameters of its values.
        const parent = found.node.parent();
        if (parent?.kind() === 'call_expression') continue;
        if (STATEMENT.test(found.node.text()) && hasPastedValue(found.node, 'template_substitution')) yield toFound(found, { query: found.node.text() });
      }
      yield* sums(code.nodes(['binary_expression'], { regex: '(?i)^["\'`]\\s*(?:select|insert|update|delete)\\b' }));
    },
    *python(code) {
      for (const found of code.nodes(['string'], { regex: '(?i)^[a-z]*f[a-z]*["\']{1,3}\\s*(?:select|insert|update|delete)\\b' }))
        if (STATEMENT.test(found.node.text()) && hasPastedValue(found.node, 'interpolation')) yield toFound(found, { query: found.node.text() });
      yield* sums(code.nodes(['binary_operator'], { regex: '(?i)^["\']{1,3}\\s*(?:select|insert|update|delete)\\b' }));
    },
    *go(code) {
      for (const found of code.nodes(['call_expression'], { regex: '^fmt\\.Sprintf\\(' })) {
        const [format, ...values] = argumentsOf(found.node);
        const text = format?.text() ?? '';
        if (STATEMENT.test(text) && /(?:=|\bLIKE|VALUES\s*\([^)]*|\bIN\s*\()\s*'?%[sdvq]/i.test(text) && !values.every((node) => OWN_NAME.test(node.text())))
          yield toFound(found, { query: text });
      }
      yield* sums(code.nodes(['binary_expression'], { regex: '(?i)^["`]\\s*(?:select|insert|update|delete)\\b' }));
    },
  }),
};

function hasPastedValue(text: SgNode, kind: string): boolean {
  const start = text.range().start.index;
  return text
    .children()
    .filter((child) => child.kind() === kind)
    .some(
      (child) =>
        VALUE_PLACE.test(text.text().slice(0, child.range().start.index - start)) &&
        !OWN_NAME.test(child.text()) &&
        !/^\$?\{\s*[A-Z][A-Z_0-9]*\s*\}$/.test(child.text()),
    );
}

function* sums(nodes: readonly CodeNode[]) {
  for (const found of nodes) {
    if (String(found.node.parent()?.kind()).startsWith('binary_')) continue;
    const text = found.node.text();
    const pasted = /(?:=|\bLIKE|\bIN\s*\(|\bVALUES\s*\()\s*['%]*\s*["'`]\s*[+%]\s*([\w.]+)/i.exec(text);
    if (STATEMENT.test(text) && pasted && !OWN_NAME.test(pasted[1] as string)) yield toFound(found, { query: text });
  }
}
