/** Parts of commits, and slips in languages beside JavaScript: real repositories, real tests, the real sandbox. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Mining } from '../../../src/app/drills/mine-drills.ts';
import { openJournal } from '../../../src/journal/open-journal.ts';
import type { Drill } from '../../../src/model/drill.ts';
import { findSandbox } from '../../../src/probes/sandbox/find-sandbox.ts';
import { detectGo, detectPython } from '../../../src/probes/suites/detect-suite.ts';
import { makeRepository, type TestRepository } from '../cli/make-repository.ts';

const sandbox = await findSandbox();
const [python, go] = await Promise.all([detectPython(null), detectGo()]);
if (python.suite === null) process.stderr.write(`Slips in Python are not tested here: ${python.why}\n`);
if (go.suite === null) process.stderr.write(`Slips in Go are not tested here: ${go.why}\n`);

let here: TestRepository;
beforeEach(() => {
  here = makeRepository();
});
afterEach(() => here.remove());

const mine = (only: string, wanted: number): Mining => {
  const { stdout, stderr } = here.rounds(['drill', '--repo', here.root, '--mine', String(wanted), '--only', only, '--json'], { timeout: 150_000 });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Mining;
};
function readDrills(): Drill[] {
  const journal = openJournal({ home: `${here.home}/state` });
  if (!journal.ok) throw new Error(journal.problem.what);
  const drills = journal.value.drills.list(here.root);
  journal.value.close();
  return drills;
}

const NODE = { 'package.json': '{"type":"module","scripts":{"test":"node --test"}}' };
const TEST = "import { test } from 'node:test';\nimport assert from 'node:assert';\n";
const filler = (n: number): string => Array.from({ length: n }, (_, at) => `export const value${at} = ${at};\n`).join('');

describe.skipIf(sandbox.kind === 'none')('drills of other kinds', { timeout: 180_000 }, () => {
  test('of a fix that is too large one part is left out, and the rest of it stays', () => {
    here.commit('begin', {
      ...NODE,
      'src/a.js': 'export const join = (a, b) => a + b;\nexport const end = 0;\n',
      'test/a.test.js': `${TEST}import { join } from '../src/a.js';\ntest('joins', () => assert.equal(join('a', 'b').length, 2));\n`,
    });
    here.commit('fix: a space between', {
      'src/a.js': `export const join = (a, b) => a + ' ' + b;\nexport const end = 0;\n${filler(40)}`,
      'test/a.test.js': `${TEST}import { join } from '../src/a.js';\ntest('joins with a space', () => assert.equal(join('a', 'b'), 'a b'));\n`,
    });
    expect(mine('fixes', 2).fixes).toMatchObject({ verified: 1 });
    const [drill] = readDrills();
    expect(drill).toMatchObject({ kind: 'fix', failingTests: ['joins with a space'] });
    expect(drill?.files[0]?.broken).toContain('value39');
    expect(drill?.grounds).toEqual(['src/a.js#join']);
  });

  test('of a commit that mends nothing a part counts only where a test of before minds', () => {
    const old = `${TEST}import { size } from '../src/a.js';\ntest('counts letters', () => assert.equal(size('abc'), 3));\n`;
    const both = `${old}import { twice } from '../src/a.js';\ntest('says it twice', () => assert.equal(twice('a'), 'aa'));\n`;
    here.commit('begin', { ...NODE, 'src/a.js': 'export const size = (text) => text.length;\n', 'test/a.test.js': old });
    here.commit('measure in another way', {
      'src/a.js': 'const unit = () => 1;\nexport const size = (text) => {\n  let sum = 0;\n  for (const _ of text) sum += unit();\n  return sum;\n};\n',
    });
    here.commit('say it twice', {
      'src/a.js':
        'const unit = () => 1;\nexport const size = (text) => {\n  let sum = 0;\n  for (const _ of text) sum += unit();\n  return sum;\n};\nexport const twice = (text) => text;\n',
    });
    here.commit('really twice', {
      'src/a.js':
        'const unit = () => 1;\nexport const size = (text) => {\n  let sum = 0;\n  for (const _ of text) sum += unit();\n  return sum;\n};\nexport const twice = (text) => text + text;\n',
      'test/a.test.js': both,
    });
    const { parts, fixes } = mine('parts', 3);
    expect(parts.refused).toMatchObject({ 'only tests that came with it mind': 1 });
    expect(fixes.candidates).toBe(0);
    for (const { kind, failingTests } of readDrills()) expect([kind, failingTests]).toEqual(['part', ['counts letters']]);
  });

  test('slips that no test runs or minds are counted, two of one function are kept, and the next mining goes on', () => {
    here.commit('begin', {
      ...NODE,
      'src/a.js':
        'export const same = (list) => { const own = [...list]; return own.length; };\nexport const never = (n) => { return n > 1; };\nexport const isIn = (n) => {\n  return n > 1 && n < 9;\n};\n',
      'test/a.test.js': `${TEST}import { isIn, same } from '../src/a.js';\ntest('counts', () => assert.equal(same([1, 2]), 2));\ntest('is in', () => assert.deepEqual([1, 5, 9].map(isIn), [false, true, false]));\n`,
    });
    const [first, second] = [mine('mutations', 1).mutations, mine('mutations', 9).mutations];
    expect([first.verified, second.verified]).toEqual([1, 1]);
    const all = { ...first.refused, ...second.refused };
    expect(all).toEqual({ 'no test minds it': 1, 'no test runs it': 1, 'enough of this function': 1 });
    expect(second).toMatchObject({ candidates: 5, known: first.candidates - first.left, left: 0 });
    expect(readDrills().map(({ failingTests }) => failingTests)).toEqual([['is in'], ['is in']]);
  });

  test.skipIf(python.suite === null)('slips are put into Python', () => {
    here.commit('begin', {
      'shop/__init__.py': '',
      'shop/cart.py':
        'def total(prices):\n    kept = list(prices)\n    kept.sort()\n    return sum(kept)\n\n\ndef above(prices, limit):\n    if prices is None:\n        return []\n    return [price for price in prices if price > limit]\n',
      'tests/test_cart.py':
        'from shop.cart import above, total\n\n\ndef test_total():\n    given = [3, 1, 0]\n    assert total(given) == 4\n    assert given == [3, 1, 0]\n\n\ndef test_nothing():\n    assert above(None, 1) == []\n\n\ndef test_limit():\n    assert above([1, 5], 1) == [5]\n',
      'pytest.ini': '[pytest]\n',
    });
    expect(mine('mutations', 3).mutations.verified).toBe(3);
    expect(readDrills().map(({ about }) => about)).toContain('state-shared');
    for (const { grounds } of readDrills()) expect(['shop/cart.py#total', 'shop/cart.py#above']).toEqual(expect.arrayContaining(grounds));
  });

  test.skipIf(go.suite === null)('slips are put into Go', () => {
    here.commit('begin', {
      'go.mod': 'module example.com/cart\n\ngo 1.19\n',
      'cart.go':
        'package cart\n\nimport "errors"\n\n// Total adds prices above a limit.\nfunc Total(prices []int, limit int) (int, error) {\n\tif prices == nil {\n\t\treturn 0, errors.New("no prices")\n\t}\n\tsum := 0\n\tfor _, price := range prices {\n\t\tif price > limit {\n\t\t\tsum += price\n\t\t}\n\t}\n\treturn sum, nil\n}\n',
      'cart_test.go':
        'package cart\n\nimport "testing"\n\nfunc TestTotal(t *testing.T) {\n\tif sum, _ := Total([]int{1, 5}, 1); sum != 5 {\n\t\tt.Fatal(sum)\n\t}\n}\n\nfunc TestNothing(t *testing.T) {\n\tif _, err := Total(nil, 0); err == nil {\n\t\tt.Fatal("no error")\n\t}\n}\n',
    });
    expect(mine('mutations', 2).mutations.verified).toBe(2);
    for (const { failingTests } of readDrills()) expect(['TestNothing', 'TestTotal']).toEqual(expect.arrayContaining(failingTests));
  });
});
