/** Comparisons and deconstructions alone, over the local server: real branches whose tests run for real. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ComparisonView } from '../../../src/model/api/comparisons.ts';
import type { HunkList, TakingApart, Unexplained } from '../../../src/model/api/deconstructions.ts';
import { startTestServer, type TestServer } from './start-test-server.ts';

let server: TestServer;
const root = mkdtempSync(join(tmpdir(), 'rounds alone '));
const git = (...args: string[]): Buffer =>
  execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...args], { cwd: root, stdio: 'pipe' });
const write = (name: string, text: string): void => writeFileSync(join(root, name), text);

beforeAll(async () => {
  server = await startTestServer();
  git('init', '-q', '-b', 'main');
  write('package.json', '{"type":"module","scripts":{"test":"node --test"}}');
  write('last.js', 'export const last = (items) => undefined;\n');
  write(
    'last.test.js',
    `import { test } from 'node:test';\nimport assert from 'node:assert';\nimport { last } from './last.js';\ntest('finds the last', () => assert.equal(last([1, 2]), 2));\n`,
  );
  git('add', '-A');
  git('commit', '-qm', 'a task');
  for (const [branch, body] of [
    ['by-heron', 'items.at(-1)'],
    ['by-otter', 'items[items.length]'],
  ] as const) {
    git('checkout', '-q', '-b', branch, 'main');
    write('last.js', `export const last = (items) => ${body};\n`);
    git('commit', '-qam', branch);
  }
  git('checkout', '-q', '-b', 'change', 'by-heron');
  write('first.js', 'export const first = (items) => items[0];\n');
  git('add', '-A');
  git('commit', '-qm', 'more');
});
afterAll(async () => {
  await server.stop();
  rmSync(root, { recursive: true, force: true });
});

const ask = async <T>(path: string, body?: object): Promise<T> => {
  const json = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  const answered = await server.send({ path: `/api/${path}`, ...json });
  if (answered.status >= 300) throw new Error(`${answered.status} ${answered.body}`);
  return (answered.body === '' ? null : JSON.parse(answered.body)) as T;
};

/** Asks again until it is so: tests take as long as they take. */
async function until<T>(look: () => Promise<T>, isSo: (value: T) => boolean): Promise<T> {
  for (;;) {
    const value = await look();
    if (isSo(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe('over the local server', { timeout: 60_000 }, () => {
  test('outputs are ranked blind; names and results come with the reveal', async () => {
    const drawn = await ask<ComparisonView>('comparisons', { folder: root, refs: ['by-heron', 'by-otter'] });
    expect(drawn).toMatchObject({ state: 'drawn', letters: ['A', 'B'], judgement: null, truth: null, score: null });
    const looked = JSON.stringify([drawn, await ask('comparisons'), await ask(`comparisons/${drawn.id}`)]);
    expect(looked).not.toMatch(/heron|otter|finds the last/);
    await expect(ask(`comparisons/${drawn.id}/seal`, { ranking: ['A', 'A'], passes: { A: 50, B: 50 }, reason: 'x' })).rejects.toThrow('must name each');
    const sealed = await ask<ComparisonView>(`comparisons/${drawn.id}/seal`, { ranking: ['A', 'B'], passes: { A: 70, B: 40 }, reason: 'It reads well.' });
    expect(sealed).toMatchObject({ state: 'sealed', isChecking: true, truth: null });
    await expect(ask(`comparisons/${drawn.id}/seal`, { ranking: ['B', 'A'], passes: { A: 70, B: 40 }, reason: 'No.' })).rejects.toThrow('409');
    const revealed = await until(
      () => ask<ComparisonView>(`comparisons/${drawn.id}`),
      ({ isChecking }) => !isChecking,
    );
    expect(revealed).toMatchObject({ state: 'revealed', problem: null, judgement: { ranking: ['A', 'B'] } });
    const letterOf = (ref: string) => revealed.truth?.outputs.find((one) => one.ref === ref)?.letter;
    expect(revealed.truth?.results.find(({ letter }) => letter === letterOf('by-otter'))).toMatchObject({ passed: false });
    expect(revealed.score?.bestPasses).toBe(letterOf('by-heron') === 'A');
  });

  test('a change is taken apart; what nobody minds stays until it is explained', async () => {
    const asked = { folder: root, range: 'main..change', top: 5 };
    const { hunks } = await ask<HunkList>('deconstructions/hunks', asked);
    expect(hunks.map(({ path }) => path).toSorted()).toEqual(['first.js', 'last.js']);
    const predictions = Object.fromEntries(
      hunks.map(({ id, path }) => [id, path === 'last.js' ? { expects: 'failure', test: 'the last' } : { expects: 'nothing' }]),
    );
    const begun = await ask<TakingApart>('deconstructions', { ...asked, predictions });
    expect(begun.taking).toMatchObject({ isRunning: true, of: 2 });
    await expect(ask('deconstructions', { ...asked, predictions })).rejects.toThrow('409');
    const { taking } = await until(
      () => ask<TakingApart>('deconstructions'),
      ({ taking: now }) => now?.isRunning === false,
    );
    expect(taking?.problem).toBeNull();
    expect(taking?.hunks.map(({ predictedRight }) => predictedRight)).toEqual([true, true]);
    const folder = encodeURIComponent(root);
    const [unexplained] = (await ask<Unexplained>(`deconstructions/unexplained?folder=${folder}`)).hunks;
    expect(unexplained?.path).toBe('first.js');
    await ask('deconstructions/explain', { folder: root, hunk: unexplained?.id, words: 'The nightly job reads it.' });
    expect((await ask<Unexplained>(`deconstructions/unexplained?folder=${folder}`)).hunks).toEqual([]);
  });

  test('a folder that is no repository is told', async () => {
    await expect(ask('comparisons', { folder: tmpdir(), refs: ['a', 'b'] })).rejects.toThrow(/repository/);
    expect(server.bugs).toEqual([]);
  });
});
