import { BRACED } from '../code-language.ts';
import { toFound, type CodeNode, type CodePattern, type CodeText, type Found, type SgNode } from '../code-pattern.ts';
import { argumentsOf, findByLanguage } from '../syntax.ts';

const STATEMENT = /^[a-z]*["'`]{1,3}\s*(?:SELECT\b[\s\S]*\bFROM\b|INSERT\s+INTO\b|UPDATE\b[\s\S]*\bSET\b|DELETE\s+FROM\b|DROP\s+TABLE\b)/i;
/** Where a value, not a name, is expected: only there could a parameter have been used. */
const VALUE_PLACE = /(?:=|<|>|\bLIKE|\bIN\s*\(|\bVALUES\s*\([^)]*|\bIN)\s*['"]?%?$/i;
/** A name that says the value is one of the program's own identifiers or an already quoted piece. */
const OWN_NAME = /schema|table|column|\bcols?\b|fields?\b|where|order|clause|placeholders?|quote|escape|ident|sql|limit|literal/i;

/** A query whose values are pasted into its text. */
export const sqlByString: CodePattern = {
  id: 'sql-by-string',
  languages: ['ts', 'tsx', 'js', 'python', 'go', ...BRACED],
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
    braced: findInBraces,
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

const TEXT = String.raw`"\s*(?:SELECT\b[^"]*\bFROM\b|INSERT\s+INTO\b|UPDATE\b[^"]*\bSET\b|DELETE\s+FROM\b)[^"]*`;
const PLACE = String.raw`(?:=|<|>|\bLIKE|\bIN\s*\(|\bVALUES\s*\([^")]*)\s*'?%?`;
/** A value added to the text, put in by a format call, or in C# written into an interpolated one. The value is captured. */
const PASTED = [
  new RegExp(String.raw`${TEXT}${PLACE}"\s*\+\s*([A-Za-z_][\w.]*)`, 'i'),
  new RegExp(
    String.raw`\b(?:[sS]tring\.[fF]ormat|format!|s?n?printf|f(?:mt|ormat)::format|std::format|StrFormat)\s*\([^"]*${TEXT}${PLACE}(?:%[sd]|\{\w*\})[^"]*"\s*,\s*([\w.&]+)`,
    'i',
  ),
  new RegExp(String.raw`\$@?${TEXT}${PLACE}\{([^}"]+)\}`, 'i'),
];
/** Calls of Entity Framework that make parameters of an interpolated text's values. */
const MAKES_PARAMETERS = /\b(?:FromSql|FromSqlInterpolated|ExecuteSql|ExecuteSqlInterpolated|SqlQuery)(?:Async)?(?:<[^>]*>)?\(\s*\$/;
const MOST_LINES = 8;
/** The expressions above take time in the square of a text's length. */
const MOST_QUERY = 1_500;

/** Without a grammar: a statement is put together again from the lines its text goes over. */
function* findInBraces(code: CodeText): Iterable<Found> {
  let done = -1;
  for (const index of code.changed) {
    if (index <= done) continue;
    const [start, end] = widen(code.lines, index);
    const lines = code.lines.slice(start, end + 1);
    const query = lines
      .map((line) => line.trim())
      .join(' ')
      .replaceAll(/"\s*\+\s*"/g, '')
      .replaceAll('\\"', "'");
    if (query.length > MOST_QUERY) continue;
    const value = MAKES_PARAMETERS.test(query) ? undefined : PASTED.map((regex) => regex.exec(query)?.[1]).find(Boolean);
    if (value === undefined || OWN_NAME.test(value) || /^[A-Z][A-Z_0-9]*$/.test(value) || isComment(code, index)) continue;
    done = end;
    yield { start, end, text: lines.join('\n').trim(), captures: { query } };
  }
}

const isComment = (code: CodeText, index: number): boolean => (code.code()[index] ?? '').trim() === '';

const joins = (upper: string | undefined, lower: string | undefined): boolean => /\+\s*$/.test(upper ?? '') || /^\s*\+/.test(lower ?? '');

/** The lines around one that belong to the same sum. */
function widen(lines: readonly string[], index: number): [number, number] {
  let start = index;
  let end = index;
  while (start > 0 && index - start < MOST_LINES && joins(lines[start - 1], lines[start])) start--;
  while (end < lines.length - 1 && end - index < MOST_LINES && joins(lines[end], lines[end + 1])) end++;
  return [start, end];
}
