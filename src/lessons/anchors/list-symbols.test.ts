import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitLines } from './hash-lines.ts';
import { findSymbol, listSymbols } from './list-symbols.ts';
import { nameDefinition } from './name-definition.ts';

const CODE: readonly (readonly [path: string, text: string, symbols: readonly string[]])[] = [
  [
    'a.ts',
    'export async function load(\n  path: string,\n): Promise<void> {\n  const run = async () => {\n    await x;\n  };\n}\n\nconst two = 2;\n',
    ['load 1-7', 'load.run 4-6'],
  ],
  [
    'a.ts',
    'export class Queue<T> {\n  push(item: T): void {\n    if (item) {\n      return;\n    } else {\n      f(() => {\n      });\n    }\n  }\n}\n',
    ['Queue 1-10', 'Queue.push 2-9'],
  ],
  ['a.ts', 'function page() {\n  return `\nleft edge\n}\n`;\n}\nfunction next() {\n}\n', ['page 1-6', 'next 7-8']],
  [
    'a.py',
    'import os\n\nclass Cart:\n    """A\ncart."""\n    def total(\n        self,\n    ) -> int:\n        # sum\n\n        return 1\n\n    async def add(self, x):\n        pass\n\nVALUE = 1\n',
    ['Cart 3-14', 'Cart.total 6-11', 'Cart.add 13-14'],
  ],
  [
    'a.go',
    'func (c *Cart) Total() int {\n\tif c == nil {\n\t\treturn 0\n\t}\n\treturn 1\n}\n\ntype Cart struct {\n\titems []Item\n}\n',
    ['Total 1-6', 'Cart 8-10'],
  ],
  ['A.java', 'public class Cart {\n  @Override\n  public int total(List<Item> items)\n  {\n    return 0;\n  }\n}\n', ['Cart 1-7', 'Cart.total 3-6']],
  ['a.rs', 'pub(crate) fn parse(text: &str) -> Option<u8> {\n    match text {\n        _ => None,\n    }\n}\n', ['parse 1-5']],
  ['a.rb', 'class Cart\n  def total\n    items.each do |item|\n      item\n    end\n  end\nend\n', ['Cart 1-7', 'Cart.total 2-6']],
  ['a.c', 'static int\ncount(void)\n{\n  return 1;\n}\n\nint main(int argc, char **argv)\n{\n#ifdef X\n  run();\n#endif\n  return 0;\n}\n', ['main 7-13']],
];

describe('listSymbols', () => {
  it.each(CODE)('reads %s', (path, text, symbols) => {
    expect(listSymbols(splitLines(text), path).map(({ name, startLine, endLine }) => `${name} ${startLine}-${endLine}`)).toEqual(symbols);
  });

  it('gives spans inside the text that lie in each other or apart, whatever the text', () => {
    const code = fc.array(
      fc.constantFrom('class A {', '  f(x) {', 'def g(x):', '    const h = (y) =>', '  }', '}', ');', '`', '\tfn k() {', '', '  # x', 'end', '{'),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(code, fc.constantFrom('a.ts', 'a.py', 'a.go', 'a'), (lines, path) => {
        const symbols = listSymbols(lines, path);
        for (const [index, one] of symbols.entries()) {
          expect(one.startLine).toBeGreaterThanOrEqual(1);
          expect(one.endLine).toBeGreaterThanOrEqual(one.startLine);
          expect(one.endLine).toBeLessThanOrEqual(lines.length);
          for (const other of symbols.slice(index + 1)) expect(other.startLine > one.endLine || other.endLine <= one.endLine).toBe(true);
        }
      }),
    );
  });
});

describe('findSymbol', () => {
  it('names the innermost that holds all lines', () => {
    const symbols = listSymbols(splitLines(CODE[1]?.[1] ?? ''), 'a.ts');
    expect(findSymbol(symbols, 3, 5)?.name).toBe('Queue.push');
    expect(findSymbol(symbols, 1, 5)?.name).toBe('Queue');
    expect(findSymbol(symbols, 1, 11)).toBeNull();
  });
});

describe('nameDefinition', () => {
  it.each([
    'if (total > 3) {',
    '} else if (x) {',
    'for (const row of rows) {',
    'return new Map(',
    "describe('a', () => {",
    'items.forEach((item) => {',
    'await new Promise((resolve) => {',
    'setTimeout(function () {',
    'total += price;',
    'const total = 3;',
    'const { rows } = await load();',
    'go func() {',
    'switch (kind) {',
    'return parse(text)',
  ])('%s defines nothing', (line) => {
    expect(nameDefinition(line)).toBeNull();
  });
});
