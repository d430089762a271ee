import { toFound, type CodePattern } from '../code-pattern.ts';

/** A value taken out of the type checker's sight: `as any`, or one cast through `unknown` to whatever is wanted. */
export const typeHole: CodePattern = {
  id: 'type-hole',
  languages: ['ts', 'tsx'],
  sides: 'both',
  prefilter: /\bas (?:any|unknown|never)\b/,
  *find(code) {
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
