import { expect, test } from 'vitest';
import { balanceFragment } from './balance-fragment.ts';
import { createCodeParser } from './parse-code.ts';

const parse = createCodeParser();
const errorsOf = (text: string, language: 'ts' | 'python' | 'go'): number | undefined =>
  parse(balanceFragment(text, language).text, language)?.findAll({ rule: { kind: 'ERROR' } }).length;

test.each([
  ['ts', '    count -= 1;\n  });\n\n  await delay(5);\n});'],
  ['ts', '  run();\n} catch (error) {\n  report(error);\n'],
  ['ts', '    a();\n  } else {\n    b();\n  }\n}\nfunction next() {\n  c();'],
  ['go', '\t\treturn err\n\t}\n\tx, _ := f()\n\tif x {\n'],
  ['python', '        a()\n    except ValueError:\n        pass\n    b()\nc()\n'],
  ['python', '            deep()\n    shallow()'],
  ['python', '    end of a docstring.\n    """\n    run()\n'],
] as const)('a piece of %s parses without errors: %j', (language, text) => {
  expect(errorsOf(text, language)).toBe(0);
});

test('lines keep their distance, after those put in front', () => {
  const { text, linesBefore } = balanceFragment('        a()\n    b()', 'python');
  expect(text.split('\n').slice(linesBefore)).toEqual(['        a()', '    b()']);
});
