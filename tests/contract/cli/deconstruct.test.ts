/** `rounds deconstruct` on a real repository whose tests run for real. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DeconstructedHunk } from '../../../src/model/deconstruction.ts';
import { runRounds } from './run-rounds.ts';

let root: string;
let home: string;
const git = (...args: string[]): Buffer =>
  execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...args], { cwd: root, stdio: 'pipe' });
const write = (name: string, text: string): void => writeFileSync(join(root, name), text);
const TEST = "import { test } from 'node:test';\nimport assert from 'node:assert';\nimport { total } from './cart.js';\n";

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'rounds cart '));
  home = mkdtempSync(join(tmpdir(), 'rounds-home-'));
  git('init', '-q');
  write('package.json', '{"type":"module","scripts":{"test":"node --test"}}');
  write(
    'cart.js',
    'export function total(items) {\n  let sum = 0;\n  for (const item of items) sum += item.price;\n  return sum;\n}\n\nexport const clear = (cart) => {\n  cart.items = [];\n};\n',
  );
  write('cart.test.js', `${TEST}test('adds prices', () => assert.equal(total([{ price: 1 }, { price: 2 }]), 3));\n`);
  git('add', '-A');
  git('commit', '-qm', 'a cart');
  write(
    'cart.js',
    readFileSync(join(root, 'cart.js'), 'utf8').replace('item.price;', 'item.price * (item.count ?? 1);').replace('[];\n', '[];\n  cart.updated = 1;\n'),
  );
  write('cart.test.js', `${readFileSync(join(root, 'cart.test.js'), 'utf8')}test('counts items', () => assert.equal(total([{ price: 2, count: 3 }]), 6));\n`);
  git('commit', '-qam', 'counts');
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
  rmSync(home, { recursive: true, force: true });
});

const deconstruct = (...args: string[]) => runRounds(['deconstruct', '--repo', root, ...args], { home });
const listUnexplained = (): DeconstructedHunk[] => JSON.parse(deconstruct('--unexplained', '--json').stdout) as DeconstructedHunk[];

describe('rounds deconstruct', { timeout: 60_000 }, () => {
  test('names the test that minds a hunk, and keeps the hunk that none minds until it is explained', () => {
    const { status, stdout } = deconstruct('HEAD~1..HEAD', '--json');
    expect(status).toBe(0);
    const { hunks, left } = JSON.parse(stdout) as { hunks: DeconstructedHunk[]; left: number };
    expect(left).toBe(0);
    expect(hunks.map(({ path, finding, failingTests, prediction }) => ({ path, finding, failingTests, prediction }))).toEqual([
      { path: 'cart.js', finding: 'needed', failingTests: ['counts items'], prediction: null },
      { path: 'cart.js', finding: 'unexplained', failingTests: [], prediction: null },
    ]);
    const [open] = listUnexplained();
    expect(open?.hunk.lines).toContain('+  cart.updated = 1;');

    expect(deconstruct('--explain', open?.id.slice(0, 6) ?? '', '--because', 'read by the nightly job').stdout).toContain('read by the nightly job');
    expect(listUnexplained()).toEqual([]);
    // Taken out once more, it keeps what was said of it.
    deconstruct('HEAD~1..HEAD', '--json');
    expect(listUnexplained()).toEqual([]);
    deconstruct('--explain', open?.id ?? '');
    expect(listUnexplained()).toHaveLength(1);
    expect(git('status', '--porcelain').toString()).toBe('');
  });

  test('takes only the riskiest where that is asked for', () => {
    const { stdout, stderr } = deconstruct('HEAD~1..HEAD', '--top', '1');
    expect(stdout).toContain('without it: counts items');
    expect(stderr).toContain('1 of less risk stayed in');
  });

  test.each([
    ['no range', ['main'], 'names no range'],
    ['an unknown commit', ['nowhere..HEAD'], 'Git could not answer'],
    ['no argument', [], "missing required argument 'range'"],
    ['a top of nothing', ['HEAD~1..HEAD', '--top', '0'], 'whole number from 1'],
    ['an unknown hunk', ['--explain', 'ffffff', '--because', 'x'], 'No hunk'],
    ['only documents', ['HEAD..HEAD'], 'No product code changed'],
  ])('%s is told', (_, args, words) => {
    const { status, stderr } = deconstruct(...args);
    expect(stderr).toContain(words);
    expect(status).not.toBe(0);
  });

  test('a change whose tests fail teaches nothing by being taken apart', () => {
    write('cart.js', readFileSync(join(root, 'cart.js'), 'utf8').replace('let sum = 0', 'let sum = 1'));
    git('commit', '-qam', 'wrong');
    const { status, stderr } = deconstruct('HEAD~1..HEAD');
    expect(stderr).toContain('The tests fail before anything is taken out');
    expect(stderr).toContain('adds prices');
    expect(status).toBe(2);
    git('reset', '-q', '--hard', 'HEAD~1');
  });
});
