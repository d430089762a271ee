import { toFound, type CodePattern } from '../code-pattern.ts';
import { findInLines, isScript } from '../syntax.ts';

/** What goes round the checker elsewhere: a cast by way of the root type, raw bits taken for another type, a constant made writable. */
const FORCED =
  /\((\w[\w.<>]*)\)\s*\(\s*(?:Object|object)\s*\)|\b(?:mem::)?(transmute)(?:::<[^>]*>)?\(|\b(reinterpret_cast|const_cast)\s*<|\bcast\(\s*(Any)\s*,/;
const findForced = findInLines(FORCED, (match) => ({ way: match[2] ?? match[3] ?? (match[4] ? 'cast(Any, …)' : '(Object)'), value: '' }));

/** A value taken out of the type checker's sight: `as any`, or one cast through `unknown` to whatever is wanted. */
export const typeHole: CodePattern = {
  id: 'type-hole',
  languages: ['ts', 'tsx', 'python', 'java', 'csharp', 'rust', 'c', 'cpp'],
  sides: 'both',
  prefilter: /\bas (?:any|unknown|never)\b|\(\s*[oO]bject\s*\)|\btransmute\b|_cast\s*<|\bcast\(\s*Any\b/,
  *find(code) {
    if (!isScript(code.language)) return yield* findForced(code);
    for (const found of code.nodes(['as_expression'], { regex: '\\bas (?:any|never|unknown as [\\s\\S]+)$' })) {
      const [value, type] = found.node.namedChildren();
      if (!value || !type || (type.kind() !== 'predefined_type' && !/^unknown$/.test(innerType(value)))) continue;
      const way = type.text() === 'any' ? 'as any' : type.text() === 'never' ? 'as never' : 'as unknown as';
      if (type.kind() === 'predefined_type' && !/^(?:any|never)$/.test(type.text())) continue;
      yield { ...toFound(found, { way, value: value.text() }), text: (code.lines[found.end] ?? '').trim() };
    }
  },
};

const innerType = (value: { kind: () => unknown; namedChildren: () => { text: () => string }[] }): string =>
  value.kind() === 'as_expression' ? (value.namedChildren()[1]?.text() ?? '') : '';
