/** `rounds experiment` with a real git, from the command line. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ListedExperiment } from '../../../src/app/experiments/list-experiments.ts';
import type { StartedExperiment } from '../../../src/app/experiments/start-experiment.ts';
import { listRepositorySessions } from '../../../src/app/origins/list-repository-sessions.ts';
import type { App } from '../../../src/app/app.ts';
import { openJournal } from '../../../src/journal/open-journal.ts';
import { findRepository } from '../../../src/sources/git/find-repository.ts';
import { makeRepository, type TestRepository } from '../cli/make-repository.ts';

let here: TestRepository;
beforeEach(() => {
  here = makeRepository();
  here.git('config', 'user.name', 'Ada');
  here.git('config', 'user.email', 'ada@example.com');
  here.commit('begin', { 'a.txt': 'one\n', 'b.txt': 'two\n' });
});
afterEach(() => here.remove());

const run = (...args: string[]) => here.rounds(['experiment', ...args], { cwd: here.root });
function start(name: string, ...args: string[]): StartedExperiment {
  const { stdout, stderr } = run(name, '--json', ...args);
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as StartedExperiment;
}
const list = (): ListedExperiment[] => JSON.parse(run('list', '--json').stdout) as ListedExperiment[];
/** All that a person would call their own checkout. */
const look = (): string[] => [
  here.git('status', '--porcelain=v2', '--branch', '--untracked-files=all'),
  here.git('stash', 'list'),
  readFileSync(join(here.root, 'a.txt'), 'utf8'),
  readFileSync(join(here.root, '.git/index')).toString('hex'),
];
const work = (folder: string, message: string, files: Readonly<Record<string, string>>): void => {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  here.git('-C', folder, 'add', '-A');
  here.git('-C', folder, 'commit', '-qm', message);
};

describe('an experiment', { timeout: 60_000 }, () => {
  test('changes nothing of the checkout, whatever state that is in, and goes away whole', () => {
    writeFileSync(join(here.root, 'a.txt'), 'changed\n');
    writeFileSync(join(here.root, 'new.txt'), 'new\n');
    writeFileSync(join(here.root, 'b.txt'), 'staged\n');
    here.git('add', 'b.txt');
    const before = look();
    const { experiment, uncommitted } = start('try');
    expect(uncommitted).toBe(3);
    expect(experiment.folder.startsWith(here.root)).toBe(false);
    expect(readFileSync(join(experiment.folder, 'a.txt'), 'utf8')).toBe('one\n');
    work(experiment.folder, 'wild', { 'a.txt': 'wild\n' });
    writeFileSync(join(experiment.folder, 'b.txt'), 'wilder\n');
    expect(list()).toMatchObject([{ name: 'try', state: 'open', now: { commits: 1, uncommitted: 1, isFolderGone: false } }]);
    const { stdout, status } = run('discard', 'try', '--learned', 'Wild  is not\nbetter.');
    expect(status).toBe(0);
    expect(stdout).toContain('Thrown away whole: 1 commit and changes of 1 file.');
    expect(look()).toEqual(before);
    expect(existsSync(experiment.folder)).toBe(false);
    expect(here.git('branch', '--list', 'experiment/*')).toBe('');
    expect(here.git('worktree', 'list', '--porcelain').match(/^worktree /gm)).toHaveLength(1);
    const [ended] = list();
    expect(ended).toMatchObject({ state: 'discarded', learned: 'Wild is not better.', commits: 1, now: null });
    // What was committed can still be had back by what was told.
    here.git('branch', 'back', ended?.head ?? '');
    expect(here.git('show', 'back:a.txt')).toBe('wild\n');
  });

  test('begins where it is told to, and its name is free again once it ended', () => {
    here.git('tag', 'first');
    here.commit('more', { 'a.txt': 'more\n' });
    const { experiment } = start('old', '--from', 'first');
    expect(readFileSync(join(experiment.folder, 'a.txt'), 'utf8')).toBe('one\n');
    expect(run('old').stderr).toContain('There is a branch experiment/old already');
    run('discard', 'old');
    start('old');
    expect(list().map(({ state }) => state)).toEqual(['open', 'discarded']);
  });

  test('is kept as a branch, and not before everything in it is committed', () => {
    const { experiment } = start('better');
    work(experiment.folder, 'better', { 'c.txt': 'c\n' });
    writeFileSync(join(experiment.folder, 'd.txt'), 'd\n');
    const before = look();
    const refused = run('keep', 'better');
    expect(refused.stderr).toContain('1 changed file of it is not committed');
    expect(refused.status).toBe(2);
    rmSync(join(experiment.folder, 'd.txt'));
    expect(run('keep', 'better', '--learned', 'A third file helps.').stdout).toContain('git merge experiment/better');
    expect(look()).toEqual(before);
    expect(existsSync(experiment.folder)).toBe(false);
    expect(here.git('show', 'experiment/better:c.txt')).toBe('c\n');
    expect(run('keep', 'better').stderr).toContain('It was kept on');
  });

  test('is merged where that is asked for, unless the checkout is changed or it does not merge', () => {
    const { experiment } = start('merge');
    work(experiment.folder, 'theirs', { 'a.txt': 'theirs\n' });
    writeFileSync(join(here.root, 'a.txt'), 'mine\n');
    const changed = look();
    expect(run('keep', 'merge', '--merge').stderr).toContain('not committed, so nothing is merged');
    expect(look()).toEqual(changed);
    here.git('commit', '-qam', 'mine');
    const clean = here.git('rev-parse', 'HEAD');
    expect(run('keep', 'merge', '--merge').stderr).toContain('does not merge by itself');
    expect([here.git('rev-parse', 'HEAD'), here.git('status', '--porcelain')]).toEqual([clean, '']);
    expect(list()).toMatchObject([{ state: 'open' }]);
    here.git('-C', experiment.folder, 'reset', '-q', '--hard', clean.trim());
    work(experiment.folder, 'beside', { 'e.txt': 'e\n' });
    expect(run('keep', 'merge', '--merge').stdout).toContain('Merged into');
    expect(readFileSync(join(here.root, 'e.txt'), 'utf8')).toBe('e\n');
    expect(here.git('branch', '--list', 'experiment/*')).toBe('');
  });

  test('whose folder somebody removed is still ended', () => {
    const { experiment } = start('gone');
    rmSync(experiment.folder, { recursive: true });
    expect(list()).toMatchObject([{ now: { isFolderGone: true } }]);
    expect(run('discard', 'gone').status).toBe(0);
    expect(here.git('branch', '--list', 'experiment/*')).toBe('');
  });

  test('can be ended from within', () => {
    const { experiment } = start('within');
    expect(here.rounds(['experiment', 'discard', 'within'], { cwd: experiment.folder }).status).toBe(0);
    expect(existsSync(experiment.folder)).toBe(false);
  });

  test.each([
    ['a name that is none', ['../up'], 'cannot be called'],
    ['a commit that is none', ['x', '--from', 'nowhere'], 'no commit nowhere'],
    ['an option in place of a commit', ['x', '--from', '--all'], 'no commit --all'],
    ['one that nobody began', ['keep', 'nothing'], 'No experiment nothing is open'],
  ])('%s is refused', (_, args, words) => {
    const { stderr, status } = run(...args);
    expect(stderr).toContain(words);
    expect(status).toBe(2);
    expect(list()).toEqual([]);
  });

  test('is refused outside of a repository, and where nothing is committed', () => {
    const folder = mkdtempSync(join(tmpdir(), 'rounds-none-'));
    try {
      expect(here.rounds(['experiment', 'x'], { cwd: folder, env: { GIT_CEILING_DIRECTORIES: tmpdir() } }).stderr).toContain('no git repository');
      here.git('init', '-q', folder);
      expect(here.rounds(['experiment', 'x'], { cwd: folder }).stderr).toContain('no commit yet');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('sessions in it belong to the repository, while it lasts and afterwards', async () => {
    const { experiment } = start('session');
    const folder = join(here.home, '.claude/projects/x');
    const sessionId = '5f0c0c1e-0000-4000-8000-000000000001';
    const shared = { sessionId, cwd: experiment.folder, version: '2.0.0', isSidechain: false, userType: 'external' };
    const records = [
      { ...shared, type: 'user', uuid: 'u1', parentUuid: null, timestamp: '2026-09-01T10:00:00.000Z', message: { role: 'user', content: 'Try it.' } },
      {
        ...shared,
        type: 'assistant',
        uuid: 'a1',
        parentUuid: 'u1',
        timestamp: '2026-09-01T10:00:05.000Z',
        message: { id: 'm1', role: 'assistant', model: 'x', content: [{ type: 'text', text: 'Done.' }] },
      },
    ];
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${sessionId}.jsonl`), records.map((record) => `${JSON.stringify(record)}\n`).join(''));
    expect(here.rounds(['import']).status).toBe(0);
    const [session] = (JSON.parse(here.rounds(['sessions', '--json']).stdout) as { sessions: { repository: string }[] }).sessions;
    expect(session?.repository).toBe(here.root.split('/').at(-1));
    const findSessions = async (): Promise<unknown[]> => {
      const journal = openJournal({ home: join(here.home, 'state') });
      const repository = await findRepository(here.root);
      if (!journal.ok || !repository.ok) throw new Error('cannot be opened');
      const found = listRepositorySessions({ journal: journal.value } as unknown as App, repository.value);
      journal.value.close();
      return found;
    };
    expect(await findSessions()).toHaveLength(1);
    run('discard', 'session');
    expect(await findSessions()).toHaveLength(1);
  });
});
