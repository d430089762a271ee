/** The repository's own tests, started on an exported tree: real git, real frameworks. What is not installed is skipped by name. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findSandbox } from '../../../src/probes/sandbox/find-sandbox.ts';
import { detectSuite, type Framework } from '../../../src/probes/suites/detect-suite.ts';
import { runSuite } from '../../../src/probes/suites/run-suite.ts';
import { exportTree } from '../../../src/probes/tree/export-tree.ts';
import { createMovingTree } from '../../../src/probes/tree/moving-tree.ts';
import { take } from '../server/start-test-server.ts';

const sandbox = await findSandbox();
const modules = join(import.meta.dirname, '../../../node_modules');

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rounds suite '));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

type Files = Readonly<Record<string, string>>;

const git = (...args: string[]): Buffer =>
  execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...args], { cwd: root, stdio: 'pipe' });

function commit(files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  git('init', '-q');
  git('add', '-A');
  git('commit', '-q', '-m', 'state');
}

interface Case {
  readonly framework: Framework;
  readonly files: Files;
  readonly fixed: Files;
  readonly failing: RegExp;
  readonly needsModules?: boolean;
}

const CASES: readonly Case[] = [
  {
    framework: 'node:test',
    files: {
      'package.json': '{"type":"module","scripts":{"test":"node --test"}}',
      'sum.js': 'export const sum = (a, b) => a - b;\n',
      'sum.test.js':
        "import { test } from 'node:test';\nimport assert from 'node:assert';\nimport { sum } from './sum.js';\ntest('sums two numbers', () => assert.equal(sum(1, 2), 3));\n",
    },
    fixed: { 'sum.js': 'export const sum = (a, b) => a + b;\n' },
    failing: /sums two numbers/,
  },
  {
    framework: 'vitest',
    needsModules: true,
    files: {
      '.gitignore': 'node_modules\n',
      'package.json': '{"type":"module","devDependencies":{"vitest":"*"}}',
      'sum.ts': 'export const sum = (a: number, b: number): number => a - b;\n',
      'sum.test.ts': "import { expect, test } from 'vitest';\nimport { sum } from './sum.ts';\ntest('sums two numbers', () => expect(sum(1, 2)).toBe(3));\n",
    },
    fixed: { 'sum.ts': 'export const sum = (a: number, b: number): number => a + b;\n' },
    failing: /sums two numbers/,
  },
  {
    framework: 'pytest',
    files: {
      'total.py': 'def total(a, b):\n    return a - b\n',
      'tests/test_total.py': 'from total import total\n\n\ndef test_adds_two_numbers():\n    assert total(1, 2) == 3\n',
    },
    fixed: { 'total.py': 'def total(a, b):\n    return a + b\n' },
    failing: /test_total\.py::test_adds_two_numbers/,
  },
  {
    framework: 'go test',
    files: {
      'go.mod': 'module example.com/sum\n\ngo 1.19\n',
      'sum.go': 'package sum\n\nfunc Sum(a, b int) int { return a - b }\n',
      'sum_test.go': 'package sum\n\nimport "testing"\n\nfunc TestSum(t *testing.T) {\n\tif Sum(1, 2) != 3 {\n\t\tt.Fatal("wrong")\n\t}\n}\n',
    },
    fixed: { 'sum.go': 'package sum\n\nfunc Sum(a, b int) int { return a + b }\n' },
    failing: /^TestSum$/,
  },
  {
    framework: 'cargo test',
    files: {
      'Cargo.toml': '[package]\nname = "sum"\nversion = "0.1.0"\nedition = "2021"\n',
      'src/lib.rs':
        'pub fn sum(a: i32, b: i32) -> i32 {\n    a - b\n}\n\n#[cfg(test)]\nmod tests {\n    #[test]\n    fn sums() {\n        assert_eq!(super::sum(1, 2), 3);\n    }\n}\n',
    },
    fixed: {
      'src/lib.rs':
        'pub fn sum(a: i32, b: i32) -> i32 {\n    a + b\n}\n\n#[cfg(test)]\nmod tests {\n    #[test]\n    fn sums() {\n        assert_eq!(super::sum(1, 2), 3);\n    }\n}\n',
    },
    failing: /tests::sums/,
  },
];

test.for(CASES)(
  '$framework fails on the wrong code by the test’s name, and passes on the right',
  { timeout: 120_000 },
  async ({ framework, files, fixed, failing, needsModules }, { skip }) => {
    commit(files);
    if (needsModules) symlinkSync(modules, join(root, 'node_modules'));
    const wrong = take(await exportTree(root, 'HEAD'));
    try {
      const found = await detectSuite(wrong.folder, root);
      if (found.suite === null) {
        process.stderr.write(`${framework} was not tested: ${found.why}\n`);
        return skip(found.why);
      }
      expect(found.suite.framework).toBe(framework);
      const before = await runSuite(sandbox, wrong.folder, found.suite);
      expect(before.run, before.run.output).toMatchObject({ outcome: 'failed' });
      expect(before.failingTests).toEqual([expect.stringMatching(failing)]);
      for (const [path, text] of Object.entries(fixed)) writeFileSync(join(wrong.folder, path), text);
      const after = await runSuite(sandbox, wrong.folder, found.suite);
      expect(after.run, after.run.output).toMatchObject({ outcome: 'passed', exitCode: 0 });
      expect(after.failingTests).toEqual([]);
    } finally {
      wrong.remove();
    }
  },
);

test('a tree is written as it was committed, whatever the work tree or an attribute says', async () => {
  commit({ 'a.txt': 'one\n', 'hidden.txt': 'kept out of archives\n', '.gitattributes': 'hidden.txt export-ignore\n', 'bin/run.sh': '#!/bin/sh\n' });
  writeFileSync(join(root, 'a.txt'), 'changed since\n');
  const index = readFileSync(join(root, '.git/index'));
  const exported = take(await exportTree(root, 'HEAD'));
  expect(readdirSync(exported.folder).sort()).toEqual(['.gitattributes', 'a.txt', 'bin', 'hidden.txt']);
  expect(readFileSync(join(exported.folder, 'a.txt'), 'utf8')).toBe('one\n');
  expect(readFileSync(join(root, '.git/index')).equals(index)).toBe(true);
  exported.remove();
  expect(await exportTree(root, 'no-such')).toMatchObject({ ok: false, problem: { tag: 'not-found' } });
});

test('a tree that is moved holds the files of its commit and nothing of the one before, and what was changed in it is put back', async () => {
  commit({ 'a.txt': 'one\n', 'b/c.txt': 'stays\n' });
  const first = git('rev-parse', 'HEAD').toString().trim();
  rmSync(join(root, 'a.txt'));
  commit({ 'd.txt': 'new\n' });
  const index = readFileSync(join(root, '.git/index'));
  const moving = createMovingTree(root);
  const folder = take(await moving.moveTo('HEAD'));
  expect(readdirSync(folder).sort()).toEqual(['b', 'd.txt']);
  writeFileSync(join(folder, 'b/c.txt'), 'wrong\n');
  expect(take(await moving.moveTo(first))).toBe(folder);
  expect(readdirSync(folder).sort()).toEqual(['a.txt', 'b']);
  expect(readFileSync(join(folder, 'b/c.txt'), 'utf8')).toBe('stays\n');
  expect((await moving.moveTo('no-such')).ok).toBe(false);
  expect(readdirSync(take(await moving.moveTo('HEAD'))).sort()).toEqual(['b', 'd.txt']);
  expect(readFileSync(join(root, '.git/index')).equals(index)).toBe(true);
  moving.remove();
});

test('packages of another lock file are not used, and that is said', async () => {
  commit({ 'package.json': '{"devDependencies":{"vitest":"*"}}', 'package-lock.json': '{"one":1}', '.gitignore': 'node_modules\n' });
  mkdirSync(join(root, 'node_modules'));
  const exported = take(await exportTree(root, 'HEAD'));
  writeFileSync(join(root, 'package-lock.json'), '{"two":2}');
  const { suite } = await detectSuite(exported.folder, root);
  expect(suite?.note).toContain('another package-lock.json');
  expect(suite?.readable.some(({ at }) => at === 'node_modules')).toBe(false);
  exported.remove();
});

test('a repository without tests is told which frameworks are known', async () => {
  commit({ 'README.md': 'nothing' });
  const exported = take(await exportTree(root, 'HEAD'));
  expect(await detectSuite(exported.folder, root)).toMatchObject({ suite: null, why: expect.stringContaining('pytest') });
  exported.remove();
});
