/** One probe on a tree, by real frameworks: what it shows, and that a probe which cannot be loaded shows nothing. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SUITE_LIMITS } from '../../../src/probes/limits/limits.ts';
import { runInSandbox } from '../../../src/probes/run-in-sandbox.ts';
import { findSandbox } from '../../../src/probes/sandbox/find-sandbox.ts';
import { judgeProbe } from '../../../src/probes/suites/judge-probe.ts';
import { toProbeCommand } from '../../../src/probes/suites/to-probe-command.ts';
import { applyPatch } from '../../../src/probes/tree/apply-patch.ts';
import { hashFolder } from '../../../src/probes/tree/hash-folder.ts';
import { packTree } from '../../../src/probes/tree/pack-tree.ts';
import { placeProbe } from '../../../src/probes/tree/place-probe.ts';

const sandbox = await findSandbox();
const modules = join(import.meta.dirname, '../../../node_modules');

let parent: string;
let tree: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'rounds probe '));
  tree = join(parent, 'tree');
  mkdirSync(tree);
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

type Files = Readonly<Record<string, string>>;

function write(files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  }
}

interface Case {
  readonly name: string;
  readonly files: Files;
  readonly path: string;
  /** `WANTED` is what the probe expects of 1 and 2: 3 is wrong of the code, -1 is what it does. */
  readonly code: string;
  readonly broken: string;
  readonly command: RegExp;
  readonly framework: string | null;
  readonly needsModules?: boolean;
}

const JS = { 'sum.js': 'export const sum = (a, b) => a - b;\n' };
const nodeTest =
  "import { test } from 'node:test';\nimport assert from 'node:assert';\nimport { sum } from './sum.js';\ntest('sums', () => assert.equal(sum(1, 2), WANTED));\n";

const CASES: readonly Case[] = [
  {
    name: 'node:test',
    files: { ...JS, 'package.json': '{"type":"module","scripts":{"test":"node --test \'test/*.js\'"}}' },
    path: 'probe.test.js',
    code: nodeTest,
    broken: nodeTest.replace('./sum.js', './none.js'),
    command: /^node --test probe\.test\.js$/,
    framework: 'node:test',
  },
  {
    name: 'node:test where the tree has no tests of its own',
    files: { ...JS, 'package.json': '{"type":"module"}' },
    path: 'probe.js',
    code: nodeTest,
    broken: `${nodeTest}(`,
    command: /^node --test probe\.js$/,
    framework: 'node:test',
  },
  {
    name: 'a plain script',
    files: { ...JS, 'package.json': '{"type":"module"}' },
    path: 'probe.js',
    code: "import { sum } from './sum.js';\nif (sum(1, 2) !== WANTED) throw new Error('wrong');\n",
    broken: "import { none } from './sum.js';\nnone();\n",
    command: /^node probe\.js$/,
    framework: null,
  },
  {
    name: 'vitest',
    needsModules: true,
    files: { 'package.json': '{"type":"module","devDependencies":{"vitest":"*"}}', 'sum.ts': 'export const sum = (a: number, b: number): number => a - b;\n' },
    path: 'probe.test.ts',
    code: "import { expect, test } from 'vitest';\nimport { sum } from './sum.ts';\ntest('sums', () => expect(sum(1, 2)).toBe(WANTED));\n",
    broken: "import { expect, test } from 'vitest';\nimport { sum } from './none.ts';\ntest('sums', () => expect(sum(1, 2)).toBe(3));\n",
    command: /^vitest run probe\.test\.ts$/,
    framework: 'vitest',
  },
  {
    name: 'pytest',
    files: { 'total.py': 'def total(a, b):\n    return a - b\n' },
    path: 'tests/test_probe.py',
    code: 'from total import total\n\n\ndef test_probe():\n    assert total(1, 2) == WANTED\n',
    broken: 'from total import none\n\n\ndef test_probe():\n    assert none(1, 2) == 3\n',
    command: /pytest -q tests\/test_probe\.py$/,
    framework: 'pytest',
  },
  {
    name: 'a Python script',
    files: { 'total.py': 'def total(a, b):\n    return a - b\n' },
    path: 'probe.py',
    code: 'from total import total\nassert total(1, 2) == WANTED\n',
    broken: 'from total import total\nassert (total(1, 2\n',
    command: /^python probe\.py$/,
    framework: null,
  },
  {
    name: 'go test',
    files: { 'go.mod': 'module example.com/sum\n\ngo 1.19\n', 'sum.go': 'package sum\n\nfunc Sum(a, b int) int { return a - b }\n' },
    path: 'probe_test.go',
    code: 'package sum\n\nimport "testing"\n\nfunc TestProbe(t *testing.T) {\n\tif Sum(1, 2) != WANTED {\n\t\tt.Fatal("wrong")\n\t}\n}\n',
    broken: 'package sum\n\nimport "testing"\n\nfunc TestProbe(t *testing.T) {\n\tif None(1, 2) != 3 {\n\t\tt.Fatal("wrong")\n\t}\n}\n',
    command: /^go test -v -count=1 -run \^\(TestProbe\)\$ \.\/\.$/,
    framework: 'go test',
  },
  {
    name: 'cargo test',
    files: {
      'Cargo.toml': '[package]\nname = "sum"\nversion = "0.1.0"\nedition = "2021"\n',
      'src/lib.rs': 'pub fn sum(a: i32, b: i32) -> i32 {\n    a - b\n}\n',
    },
    path: 'tests/probe.rs',
    code: '#[test]\nfn sums() {\n    assert_eq!(sum::sum(1, 2), WANTED);\n}\n',
    broken: '#[test]\nfn sums() {\n    assert_eq!(sum::none(1, 2), 3);\n}\n',
    command: /--test probe$/,
    framework: 'cargo test',
  },
  {
    name: 'a shell script',
    files: { 'value.txt': '-1\n' },
    path: 'probe.sh',
    code: '[ "$(cat value.txt)" = WANTED ]\n',
    broken: 'if then (\n',
    command: /^sh probe\.sh$/,
    framework: null,
  },
];

test.for(CASES)('$name: demonstrates, does not, and shows nothing where it cannot be loaded', { timeout: 180_000 }, async (given, { skip }) => {
  write(given.files);
  const checkout = join(parent, 'checkout');
  mkdirSync(checkout);
  if (given.needsModules) {
    symlinkSync(modules, join(checkout, 'node_modules'));
    writeFileSync(join(checkout, 'package.json'), given.files['package.json'] ?? '');
  }
  const findings: string[] = [];
  for (const code of [given.code.replace('WANTED', '3'), given.code.replace('WANTED', '-1'), given.broken]) {
    rmSync(join(tree, given.path), { force: true });
    expect(placeProbe(tree, { path: given.path, code })).toMatchObject({ ok: true });
    const start = await toProbeCommand(tree, checkout, { path: given.path, code });
    if (start.command === null) {
      process.stderr.write(`A probe of ${given.name} was not tested: ${start.why}\n`);
      return skip(start.why);
    }
    const { framework, argv, shownAs, readable, variables } = start.command;
    expect(framework).toBe(given.framework);
    expect(shownAs).toMatch(given.command);
    const run = await runInSandbox(sandbox, { tree, argv, shownAs, readable, variables, limits: SUITE_LIMITS });
    const judged = judgeProbe(run, framework);
    findings.push(judged.finding);
    if (findings.at(-1) !== ['demonstrated', 'not-demonstrated', 'could-not-run'][findings.length - 1])
      throw new Error(`${judged.finding}: ${judged.why}\n${run.output}`);
  }
});

const judge = async (code: string) => {
  write({ 'package.json': '{"type":"module"}', 'probe.js': code });
  const { command } = await toProbeCommand(tree, null, { path: 'probe.js', code });
  if (command === null) throw new Error('no command');
  return judgeProbe(await runInSandbox(sandbox, { tree, ...command, limits: SUITE_LIMITS }), command.framework).finding;
};

describe('what a program fails of', () => {
  test.for([
    ['text that it reads itself', "JSON.parse('{')", 'demonstrated'],
    ['its own syntax', 'const = 1', 'could-not-run'],
    ['having no tests', "import 'node:test';", 'could-not-run'],
  ] as const)('%s', async ([, code, finding]) => expect(await judge(code)).toBe(finding));
});

test('what cannot be started is said', async () => {
  expect(await toProbeCommand(tree, null, { path: 'probe.zig', code: '' })).toMatchObject({ command: null, why: expect.stringContaining('probe.zig') });
  expect(await toProbeCommand(tree, null, { path: 'probe.rs', code: '' })).toMatchObject({ command: null, why: expect.stringContaining('tests/') });
  write({ 'go.mod': 'module x\n' });
  expect(await toProbeCommand(tree, null, { path: 'x_test.go', code: 'package x' })).toMatchObject({ command: null, why: expect.stringContaining('Test') });
});

test('jest is started where it is declared, and said to be untested', async () => {
  write({ 'package.json': '{"devDependencies":{"jest":"*"}}' });
  const { command } = await toProbeCommand(tree, null, { path: 'probe.test.js', code: "test('x', () => {})" });
  expect(command).toMatchObject({
    framework: 'jest',
    shownAs: 'jest --ci --runTestsByPath probe.test.js',
    note: expect.stringContaining('not been tested with jest'),
  });
});

test('a probe adds a file and changes none', () => {
  write({ 'src/sum.js': 'x' });
  for (const path of ['src/sum.js', 'src', 'src/sum.js/probe.js'])
    expect(placeProbe(tree, { path, code: 'y' }), path).toMatchObject({ ok: false, problem: { tag: 'conflict' } });
  for (const path of ['../probe.js', '.git/hooks/post-checkout', '/etc/probe', 'a/../../probe.js'])
    expect(placeProbe(tree, { path, code: 'y' }), path).toMatchObject({ ok: false, problem: { tag: 'bad-input' } });
  expect(readFileSync(join(tree, 'src/sum.js'), 'utf8')).toBe('x');
});

const patchOf = (path: string, header = `--- a/${path}\n+++ b/${path}\n`): string => `diff --git a/${path} b/${path}\n${header}@@ -1 +1 @@\n-a - b\n+a + b\n`;
const file = (path: string, text: string) => ({ path, mode: '644' as const, bytes: Buffer.from(text) });

describe('a patch', () => {
  test('is applied whole, and the tree has the hash of its files then', async () => {
    write({ 'sum.txt': 'a - b\n', 'other.txt': 'same\n' });
    expect(hashFolder(tree)).toBe(packTree([file('sum.txt', 'a - b\n'), file('other.txt', 'same\n')]).hash);
    const patched = await applyPatch(tree, patchOf('sum.txt'));
    expect(patched).toMatchObject({ ok: true, value: packTree([file('sum.txt', 'a + b\n'), file('other.txt', 'same\n')]).hash });
    expect(await applyPatch(tree, patchOf('sum.txt'))).toMatchObject({ ok: false, problem: { tag: 'bad-input' } });
  });

  test.for([
    ['leads out of the tree', patchOf('../outside.txt')],
    ['makes a file outside', 'diff --git a/../new.txt b/../new.txt\nnew file mode 100644\n--- /dev/null\n+++ b/../new.txt\n@@ -0,0 +1 @@\n+x\n'],
    ['makes a link', 'diff --git a/l b/l\nnew file mode 120000\n--- /dev/null\n+++ b/l\n@@ -0,0 +1 @@\n+/etc\n\\ No newline at end of file\n'],
    ['touches .git', 'diff --git a/.git/config b/.git/config\nnew file mode 100644\n--- /dev/null\n+++ b/.git/config\n@@ -0,0 +1 @@\n+x\n'],
    ['holds binary files', 'diff --git a/b.bin b/b.bin\nnew file mode 100644\nindex 0000000..1\nGIT binary patch\nliteral 1\nIcmZPo000310RR91\n\n'],
    ['does not apply', patchOf('none.txt')],
    ['is no patch', 'hello\n'],
  ] as const)('that %s is refused', async ([, patch]) => {
    write({ 'sum.txt': 'a - b\n' });
    writeFileSync(join(parent, 'outside.txt'), 'a - b\n');
    expect(await applyPatch(tree, patch)).toMatchObject({ ok: false, problem: { tag: 'bad-input' } });
    expect(readFileSync(join(parent, 'outside.txt'), 'utf8')).toBe('a - b\n');
    expect(existsSync(join(parent, 'new.txt'))).toBe(false);
    expect(hashFolder(tree)).toBe(packTree([{ path: 'sum.txt', mode: '644', bytes: Buffer.from('a - b\n') }]).hash);
  });
});
