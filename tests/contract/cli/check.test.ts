/** `rounds check` where it is used: in a repository, its hooks and its work trees, over a session that is going on. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeSession, type Step } from '../server/write-session.ts';
import { runRounds } from './run-rounds.ts';

let home: string;
let repository: string;

const git = (cwd: string, ...args: string[]) => {
  const who = { GIT_AUTHOR_NAME: 'You', GIT_AUTHOR_EMAIL: 'you@example.com', GIT_COMMITTER_NAME: 'You', GIT_COMMITTER_EMAIL: 'you@example.com' };
  return spawnSync('git', args, { cwd, encoding: 'utf8', env: { PATH: process.env['PATH'], HOME: home, ROUNDS_HOME: join(home, 'state'), ...who } });
};

beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'rounds check ')));
  repository = join(home, 'shop');
  mkdirSync(repository);
  git(repository, 'init', '-q', '-b', 'main');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const AGO = 20 * 60_000;

/** A session of a few minutes ago, as Claude Code keeps it. */
function runningSession(steps: readonly Step[], { cwd = repository, id = 'now', ago = AGO } = {}): string {
  const path = join(home, '.claude', 'projects', 'any', `${id}.jsonl`);
  writeSession(path, { id, cwd, startedAt: new Date(Date.now() - ago).toISOString(), steps });
  return path;
}

const check = (...args: string[]) => runRounds(['check', ...args], { home, cwd: repository });
const claimsOf = () => (JSON.parse(check('--json').stdout) as { claims: object[] }).claims;
const FIX: readonly Step[] = [
  { prompt: 'The total is wrong when the basket is empty. Please fix it.' },
  { edit: 'src/total.ts', from: 'return sum / items.length;', to: 'return items.length === 0 ? 0 : sum / items.length;' },
];
const CLAIM: Step = { say: 'Fixed: the total is right now and all tests pass.' };
const QUIET = { status: 0, stdout: '', stderr: '' };

describe('says nothing and ends with 0', () => {
  test.each<[string, readonly Step[]]>([
    ['where nothing is claimed', FIX],
    ['where the tests ran and passed after the change', [...FIX, { run: 'npm test', prints: 'Tests  3 passed (3)' }, CLAIM]],
    ['where they ran only after the claim', [...FIX, CLAIM, { prompt: 'Run them.' }, { run: 'npm test', prints: 'Tests  3 passed (3)' }]],
    ['where it is committed', [...FIX, CLAIM, { prompt: 'Commit it.' }, { run: 'git commit -m "Fix the total"', prints: '[main 1a2b3c4] Fix the total' }]],
  ])('%s', (_, steps) => {
    runningSession(steps);
    expect(check()).toMatchObject(QUIET);
    expect(check('--fail-on', 'unproven')).toMatchObject(QUIET);
  });

  test('without a session, outside a repository, and for sessions of elsewhere or of the day before yesterday', () => {
    expect(check()).toMatchObject(QUIET);
    expect(runRounds(['check'], { home, cwd: home })).toMatchObject(QUIET);
    runningSession([...FIX, CLAIM], { cwd: join(home, 'shop-of-another'), id: 'elsewhere' });
    const old = runningSession([...FIX, CLAIM], { id: 'old', ago: 49 * 3_600_000 });
    utimesSync(old, Date.now() / 1000 - 48 * 3600, Date.now() / 1000 - 48 * 3600);
    expect(check()).toMatchObject(QUIET);
    expect(JSON.parse(check('--json').stdout)).toEqual({ file: null, claims: [] });
  });
});

describe('names what is not proven, and what would prove it', () => {
  test('nothing was run: the command that the session uses, narrowed to the test of what changed', () => {
    const tested: Step[] = [
      { prompt: 'Go.' },
      { edit: 'src/total.test.ts', from: '1', to: '2' },
      { run: 'npx vitest run 2>&1 | tail -5', prints: 'Tests  3 passed (3)' },
    ];
    runningSession([...tested, ...FIX, { say: 'Fixed: the total is right now.' }]);
    const { status, stdout, stderr } = check();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('“Fixed: the total is right now.”');
    expect(stdout).toContain('nothing was run since src/total.ts changed');
    expect(stdout).toContain('would prove it: npx vitest run src/total.test.ts');
    expect(check('--fail-on', 'unproven').status).toBe(1);
  });

  test('the last run failed', () => {
    runningSession([...FIX, { run: 'npm test', prints: 'Exit code 1\n FAIL  src/total.test.ts\nTests  1 failed | 2 passed (3)', fails: true }, CLAIM]);
    expect(claimsOf()).toMatchObject([{ why: 'failed', run: 'npm test', proof: 'npm test' }]);
  });

  test('only a part was run for a claim about all', () => {
    runningSession([...FIX, { run: 'npx vitest run src/basket.test.ts', prints: 'Tests  3 passed (3)' }, CLAIM]);
    writeFileSync(join(repository, 'package.json'), '{"scripts":{"test":"vitest run"}}');
    expect(claimsOf()).toMatchObject([{ why: 'only-part', proof: 'npm test', files: ['src/total.ts'] }]);
  });

  test('changed again after the tests had passed', () => {
    runningSession([...FIX, { run: 'npm test', prints: 'Tests  3 passed (3)' }, { edit: 'src/total.ts', from: '0 : sum', to: '1 : sum' }, CLAIM]);
    expect(claimsOf()).toMatchObject([{ why: 'not-run', proof: 'npm test' }]);
  });

  test('of the newest session in this work tree, not of one inside it', () => {
    runningSession([...FIX, { say: 'Fixed: the total is right now.' }], { id: 'here' });
    git(repository, 'commit', '-q', '--allow-empty', '-m', 'begin');
    git(repository, 'worktree', 'add', '-q', '.trees/side');
    const side = join(repository, '.trees', 'side');
    runningSession([...FIX, { say: 'Fixed: the other thing is right now.' }], { id: 'side', cwd: side });
    expect(check().stdout).toContain('the total is right');
    expect(runRounds(['check'], { home, cwd: side }).stdout).toContain('the other thing is right');
  });

  test('in a hook, where git says which repository it is, the commit goes on', () => {
    runningSession([...FIX, CLAIM]);
    const main = new URL('../../../src/cli/main.ts', import.meta.url).href;
    const rounds = `"${process.execPath}" --eval 'import("${main}").then(({ main }) => main(["check"]))'`;
    const hook = join(repository, '.git', 'hooks', 'pre-commit');
    writeFileSync(hook, `#!/bin/sh\n${rounds} || true\n`);
    chmodSync(hook, 0o755);
    const { status, stdout, stderr } = git(repository, 'commit', '--allow-empty', '-m', 'Fix');
    expect(status).toBe(0);
    expect(stdout + stderr).toContain('not yet proven');
    expect(git(repository, 'rev-list', '--count', 'HEAD').stdout.trim()).toBe('1');
  });

  test('control characters in a claim or a command never reach the terminal', () => {
    runningSession([...FIX, { say: 'Fixed: the total is right now.\u001b[31m\u0007' }]);
    const { stdout } = check();
    expect(stdout).toContain('total is right');
    for (const control of ['\u001b', '\u0007']) expect(stdout).not.toContain(control);
  });
});
