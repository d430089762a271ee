import { expect, test } from 'vitest';
import { findNearTests } from './find-near-tests.ts';

test.each([
  ['src/a.ts', 'test/a.test.ts', ''],
  ['src/a.ts', 'test/b.test.ts', "import { a } from '../src/a.ts';"],
  ['src/a/index.ts', 'test/b.test.ts', "const a = require('../src/a');"],
  ['pkg/urls.py', 'tests/test_urls.py', ''],
  ['pkg/urls.py', 'tests/test_all.py', 'from pkg.urls import URL\n'],
  ['pkg/urls.py', 'tests/test_all.py', 'from pkg import other, urls\n'],
  ['src/pkg/__init__.py', 'tests/test_all.py', 'import os, pkg.sub\nfrom src.pkg import x\n'],
  ['mux.go', 'route_test.go', ''],
])('%s is tested by %s', (path, name, text) => {
  expect(findNearTests([{ path: name, text }], path)).toEqual([name]);
});

test.each([
  ['src/a.ts', 'test/b.test.ts', "import { a } from '../src/aa.ts';"],
  ['pkg/urls.py', 'tests/test_all.py', 'from pkg import other\nimport urls\n'],
  ['mux.go', 'sub/route_test.go', ''],
])('%s is not tested by %s', (path, name, text) => {
  expect(findNearTests([{ path: name, text }], path)).toEqual([]);
});
