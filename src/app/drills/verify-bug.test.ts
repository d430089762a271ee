import { expect, test } from 'vitest';
import type { Side, SideRun } from './drill-tree.ts';
import { createSoundSides, verifyBug } from './verify-bug.ts';

/** Tests by file; `true` for one that fails on that side. */
function createRuns(failsBySide: Readonly<Record<Side, readonly string[]>>) {
  const ran: string[] = [];
  const run = async (side: Side, tests: readonly string[]): Promise<SideRun> => {
    ran.push(`${side} ${tests.join(' ')}`);
    const failingTests = failsBySide[side].filter((name) => tests.some((file) => name.startsWith(file)));
    return { finding: failingTests.length > 0 ? 'failed' : 'passed', isTooLong: false, failingTests, output: '' };
  };
  return { run, ran };
}
const verify = async (broken: readonly string[], fixed: readonly string[], tests: readonly string[]) => {
  const { run, ran } = createRuns({ broken, fixed });
  return { verified: await verifyBug({ run, tests, findSound: createSoundSides() }), ran };
};

test('what no test minds is run once', async () => {
  expect(await verify([], [], ['a.test.ts', 'b.test.ts'])).toEqual({
    verified: { ok: false, refusal: 'no test minds it' },
    ran: ['broken a.test.ts b.test.ts'],
  });
});

test('a drill is run three times on each side, and only the files that failed again', async () => {
  const { verified, ran } = await verify(['b.test.ts > adds'], [], ['a.test.ts', 'b.test.ts']);
  expect(verified).toMatchObject({ ok: true, tests: ['b.test.ts'], broken: { failingTests: ['b.test.ts > adds'] } });
  expect(ran.toSorted()).toEqual([
    'broken a.test.ts b.test.ts',
    'broken b.test.ts',
    'broken b.test.ts',
    'fixed b.test.ts',
    'fixed b.test.ts',
    'fixed b.test.ts',
  ]);
});

test('a file that fails without the bug, too, is left out where another minds', async () => {
  const { verified } = await verify(['a.test.ts > asks a server', 'b.test.ts > adds'], ['a.test.ts > asks a server'], ['a.test.ts', 'b.test.ts']);
  expect(verified).toMatchObject({ ok: true, tests: ['b.test.ts'], broken: { failingTests: ['b.test.ts > adds'] } });
  const alone = await verify(['a.test.ts > asks a server'], ['a.test.ts > asks a server'], ['a.test.ts']);
  expect(alone.verified).toEqual({ ok: false, refusal: 'tests fail on the sound code' });
});

test('names that say no file leave all files in', async () => {
  const { verified } = await verify(['a adds'], [], ['a', 'b']);
  expect(verified).toMatchObject({ ok: true, tests: ['a', 'b'] });
});

test('a bug that does not fail its test three times is none', async () => {
  let turn = 0;
  const flaky = async (side: Side): Promise<SideRun> => {
    const fails = side === 'broken' && (turn += 1) !== 3;
    return { finding: fails ? 'failed' : 'passed', isTooLong: false, failingTests: fails ? ['a > b'] : [], output: '' };
  };
  expect(await verifyBug({ run: flaky, tests: ['a'], findSound: createSoundSides() })).toEqual({ ok: false, refusal: 'runs disagree' });
});
