import { expect, test } from 'vitest';
import { findReachingTests } from './find-reaching-tests.ts';
import { createImportResolver, listImports } from './list-imports.ts';

test.each([
  [
    'src/a.ts',
    "import { b } from './b.ts';\nimport type { C } from './c.ts';\nexport { d } from '../d';\nconst e = await import('./e.js');\n",
    ['src/b.ts', 'd/index.ts', 'src/e.ts'],
  ],
  ['src/a.ts', "import {\n  b,\n} from './b.ts';\nimport x from 'node:fs';\n", ['src/b.ts']],
  ['shop/a.py', 'from shop.b import go\nfrom . import c\nfrom .d import (e,\n  f)\nimport os\n', ['shop/b.py', 'shop/c.py', 'shop/d.py']],
])('what %s imports as it runs', (path, text, expected) => {
  const resolve = createImportResolver(['src/b.ts', 'src/c.ts', 'd/index.ts', 'src/e.ts', 'shop/__init__.py', 'shop/b.py', 'shop/c.py', 'shop/d.py']);
  const found = listImports(path, text).flatMap((given) => resolve(path, given) ?? []);
  expect([...new Set(found)].filter((one) => !one.endsWith('__init__.py'))).toEqual(expected);
});

test('tests that reach a file are found nearest first, through files between, and loops end', () => {
  const importers = new Map([
    ['src/a.ts', ['src/b.ts', 'test/far.test.ts', 'src/a.test.ts']],
    ['src/b.ts', ['src/a.ts', 'src/b.test.ts']],
  ]);
  expect(findReachingTests(importers, (path) => path.includes('.test.'), 'src/a.ts')).toEqual(['src/a.test.ts', 'test/far.test.ts', 'src/b.test.ts']);
});
