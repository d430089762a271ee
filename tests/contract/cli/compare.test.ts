/** `rounds compare` on real branches whose tests run for real. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Comparison } from '../../../src/model/comparison.ts';
import { runRounds } from './run-rounds.ts';

let root: string;
let home: string;
const git = (...args: string[]): Buffer =>
  execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...args], { cwd: root, stdio: 'pipe' });
const write = (name: string, text: string): void => writeFileSync(join(root, name), text);
const toTest = (name: string, call: string): string =>
  `import { test } from 'node:test';\nimport assert from 'node:assert';\nimport { last } from './last.js';\ntest('${name}', () => assert.deepEqual(${call}));\n`;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'rounds outputs '));
  home = mkdtempSync(join(tmpdir(), 'rounds-home-'));
  git('init', '-q', '-b', 'main');
  write('package.json', '{"type":"module","scripts":{"test":"node --test"}}');
  write('last.js', 'export const last = (items) => undefined;\n');
  write('last.test.js', toTest('finds the last', 'last([1, 2]), 2'));
  git('add', '-A');
  git('commit', '-qm', 'a task');
  for (const [branch, body] of [
    ['by-heron', 'items.at(-1)'],
    ['by-otter', 'items[items.length]'],
    ['by-finch', 'items.at(-1) ?? 0'],
  ] as const) {
    git('checkout', '-q', '-b', branch, 'main');
    write('last.js', `export const last = (items) => ${body};\n`);
    git('commit', '-qam', `written ${branch}`);
  }
  git('checkout', '-q', 'main');
  mkdirSync(join(home, 'hidden'));
  writeFileSync(join(home, 'hidden', 'empty.test.js'), toTest('knows nothing of an empty list', 'last([]), undefined'));
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
  rmSync(home, { recursive: true, force: true });
});

const compare = (...args: string[]) => runRounds(['compare', '--repo', root, ...args], { home });

describe('rounds compare', { timeout: 60_000 }, () => {
  test('shows outputs without names, seals a judgement once, and only then checks and tells', () => {
    const begun = compare('by-heron', 'by-otter', 'by-finch', '--json');
    expect(begun.status).toBe(0);
    const drawn = JSON.parse(begun.stdout) as { id: string; letters: string[]; shown: { letter: string; files: { hunks: { lines: string[] }[] }[] }[] };
    expect(drawn.letters).toEqual(['A', 'B', 'C']);
    const list = compare('--list', '--json').stdout + compare('--list').stdout;
    for (const told of [begun.stdout, begun.stderr, list]) expect(told).not.toMatch(/heron|otter|finch|written/);
    const letterOf = (code: string): string =>
      drawn.shown.find(({ files }) => files[0]?.hunks[0]?.lines.includes(`+export const last = (items) => ${code};`))?.letter ?? '?';
    const [heron, otter, finch] = [letterOf('items.at(-1)'), letterOf('items[items.length]'), letterOf('items.at(-1) ?? 0')];

    const passes = `${heron}=90,${otter}=10,${finch}=60`;
    expect(compare('--judge', drawn.id, '--ranking', `${heron},${finch}`, '--passes', passes, '--because', 'x').stderr).toContain(
      'must name each of A, B, C once',
    );
    expect(compare('--judge', drawn.id, '--ranking', `${heron},${finch},${otter}`, '--passes', passes).stderr).toContain('--because');

    const judged = compare(
      '--judge',
      drawn.id,
      '--ranking',
      `${heron},${finch},${otter}`,
      '--passes',
      passes,
      '--because',
      'it says nothing of nothing',
      '--hidden',
      join(home, 'hidden'),
      '--json',
    );
    expect(judged.stderr).toBe('');
    const { state, outputs, results } = JSON.parse(judged.stdout) as Comparison;
    expect(state).toBe('revealed');
    expect(Object.fromEntries(outputs.map(({ letter, ref }) => [letter, ref]))).toEqual({ [heron]: 'by-heron', [otter]: 'by-otter', [finch]: 'by-finch' });
    const resultOf = (letter: string) => results.find((one) => one.letter === letter);
    expect(resultOf(heron)).toMatchObject({ passed: true, hidden: { passed: true } });
    expect(resultOf(otter)).toMatchObject({ passed: false, failingTests: ['finds the last'] });
    expect(resultOf(finch)).toMatchObject({ passed: true, hidden: { passed: false, failingTests: ['knows nothing of an empty list'] } });

    expect(compare('--judge', drawn.id, '--ranking', 'A,B,C', '--passes', 'A=1,B=1,C=1', '--because', 'again').stderr).toContain('sealed already');
    expect(compare('--list').stdout).toContain('by-heron');
    expect(git('status', '--porcelain').toString()).toBe('');
  });

  test.each([
    ['one output', ['by-heron'], 'needs two to 8 outputs'],
    ['one commit under two names', ['by-heron', 'by-heron~0'], 'are the same commit'],
    ['an unknown branch', ['by-heron', 'by-nobody'], 'There is no commit by-nobody'],
    ['an unknown comparison', ['--judge', 'cmp_none', '--because', 'x'], 'There is no comparison'],
    ['a percent of 100', ['--judge', 'cmp_none', '--passes', 'A=100'], 'from 1 to 99'],
  ])('%s is told', (_, args, words) => {
    const { status, stderr } = compare(...args);
    expect(stderr).toContain(words);
    expect(status).toBe(2);
  });
});
