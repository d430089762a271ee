import { expect, test } from 'vitest';
import type { EditFact } from '../facts/facts.ts';
import { countNewCode } from './new-code.ts';

const toLines = (text: string) => text.split('\n').map((line, index) => ({ number: index + 1, text: line }));
const count = (added: string, removed = '', path = 'src/a.ts') =>
  countNewCode([{ path, added: toLines(added), removed: toLines(removed) } as unknown as EditFact]);

test('a branch is new code', () => expect(count('if (limit > 0) {\n  return rows.slice(0, limit);\n}')).toEqual({ lines: 2, branches: 1, names: 4 }));

test('a text that changes brings no names', () =>
  expect(count("const title = 'Sign in';", "const title = 'Log in';")).toEqual({ lines: 0, branches: 0, names: 0 }));

test.each([
  ['markup', '<div className="wide">\n  Plain text\n</div>', 'src/a.tsx'],
  ['comments and imports', "// why\nimport { a } from './a.ts';", 'src/a.ts'],
  ['styles', 'color: red;\nwidth: 4px;', 'src/a.css'],
])('%s do nothing', (_, added, path) => expect(count(added, '', path).lines).toBe(0));
