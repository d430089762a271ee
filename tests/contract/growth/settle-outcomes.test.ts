/** What later commits and runs settle of rounds, on real repositories. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import { importAndSettle } from '../../../src/app/import/import-and-settle.ts';
import { settleOutcomes } from '../../../src/app/growth/settle-outcomes.ts';
import { showGrowth } from '../../../src/app/growth/show-growth.ts';
import { sealJudgement } from '../../../src/app/rounds/answer-round.ts';
import { startRound } from '../../../src/app/rounds/start-round.ts';
import type { Moment, MomentId } from '../../../src/model/moment.ts';
import type { RoundId } from '../../../src/model/round.ts';
import type { SessionId } from '../../../src/model/session.ts';
import { openTestApp, take } from '../server/start-test-server.ts';
import { writeSession } from '../server/write-session.ts';

const START = Date.parse('2026-03-02T10:00:00.000Z');
const DAY_MS = 86_400_000;
const WAIT = 'await new Promise((resolve) => setTimeout(resolve, 500));';
const BEFORE = ['import { queue } from "./jobs.ts";', '', 'export async function drain() {', '  await queue.flush();', '}', ''];
const AFTER = BEFORE.toSpliced(4, 0, `  ${WAIT}`);
let folder: string;
let shop: string;
let app: App;
let day: number;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'rounds outcomes ')));
  shop = join(folder, 'shop');
  day = 0;
  mkdirSync(join(shop, 'src'), { recursive: true });
  git('init', '-q', '-b', 'main');
  commit('Drain the queue', BEFORE, -1);
  app = openTestApp(folder, () => new Date(START + day * DAY_MS));
});
afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

function git(...args: string[]): string {
  return execFileSync('git', ['-c', 'user.name=You', '-c', 'user.email=you@example.org', '-c', 'commit.gpgsign=false', ...args], {
    cwd: shop,
    encoding: 'utf8',
  });
}
const dated = (on: number): NodeJS.ProcessEnv => {
  const at = new Date(START + on * DAY_MS).toISOString();
  return { ...process.env, GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at };
};
function gitOn(on: number, ...args: string[]): void {
  execFileSync('git', ['-c', 'user.name=You', '-c', 'user.email=you@example.org', '-c', 'commit.gpgsign=false', ...args], {
    cwd: shop,
    env: dated(on),
    stdio: 'pipe',
  });
}
function commit(subject: string, lines: readonly string[], on: number, path = 'src/queue.ts'): string {
  writeFileSync(join(shop, path), lines.join('\n'));
  git('add', '-A');
  gitOn(on, 'commit', '-q', '-m', subject);
  return git('rev-parse', 'HEAD').trim();
}

const statement = (id: string, belief?: string) => ({ id, text: id, truth: null, ...(belief ? { belief } : {}) });

/** A session that leaves a wait in the work tree and ends: nothing in it says how that went. */
async function judge({ sound = false, commit: made }: { sound?: boolean; commit?: string } = {}): Promise<RoundId> {
  writeSession(join(folder, 'sessions', 'first.jsonl'), {
    id: 'first',
    cwd: shop,
    startedAt: new Date(START).toISOString(),
    steps: [
      { prompt: 'The queue test fails now and then. Please fix it.' },
      { edit: 'src/queue.ts', from: '  await queue.flush();', to: `  await queue.flush();\n  ${WAIT}` },
    ],
  });
  await importAll();
  const session = app.journal.sessions.list({ limit: 9 })[0] ?? expect.fail('no session');
  const edit = app.journal.events.list(session.derivation, 0, 99).find(({ kind }) => kind === 'edit') ?? expect.fail('no edit');
  const lines = { start: edit.line, end: edit.line };
  const moment: Moment = {
    id: 'm_00000000000000aa' as MomentId,
    rule: 'planted',
    ruleVersion: 1,
    kind: sound ? 'good-practice' : 'race-or-timing',
    agent: 'claude-code',
    session: session.id as SessionId,
    file: 'first.jsonl',
    span: lines,
    decision: lines,
    shownUntil: edit.line,
    hindsight: [],
    evidence: [],
    rank: 1,
    worth: 2,
    confidence: 1,
    score: { worth: 2, confidence: 1, agreement: 1, novelty: 1, teachability: 1, total: 1 },
    shape: 'edit',
    title: 'Planted',
    question: 'Would you accept this?',
    propositions: [statement('check-fails'), statement('passes-and-stays', 'C1'), statement('passes-and-changes'), statement('never-checked')],
    concepts: ['happens-before'],
    activities: ['E4'],
    paths: ['src/queue.ts'],
    at: edit.at,
    minutes: 3,
    ...(made ? { commit: made } : {}),
  };
  app.journal.moments.addMissing({ moment, place: 'src/queue.ts', context: '' });
  const { id } = take(startRound(app, moment.id));
  take(
    sealJudgement(app, id, {
      verdict: 'accept',
      lines: [],
      reason: 'It waits.',
      proposition: 'passes-and-stays',
      probability: 80,
      changeMyMind: '',
      knewOutcome: false,
    }),
  );
  return id;
}

const importAll = async () => take(await importAndSettle({ ...app, clock: app.clock }, { paths: [join(folder, 'sessions')] }));
const settle = async () => take(await settleOutcomes(app));
const rows = () => app.journal.settlements.list().map(({ how, ref, words, came, unsound }) => ({ how, ref, words, came, unsound }));
const calibration = () => take(showGrowth(app)).calibration;
function runLater(fails: boolean, on: number): void {
  writeSession(join(folder, 'sessions', 'later.jsonl'), {
    id: 'later',
    cwd: shop,
    startedAt: new Date(START + on * DAY_MS).toISOString(),
    steps: [{ prompt: 'Run the tests.' }, { run: 'npm test', prints: fails ? 'Tests: 1 failed, 9 passed' : 'Tests: 10 passed', fails }],
  });
}

it('a revert of the commit that a person made by hand takes soundness away, and leaves the statement open', async () => {
  await judge({ sound: true });
  const made = commit('Wait for the queue', AFTER, 0.1);
  commit('Say hello', ['hello'], 0.2, 'README.md');
  await settle();
  expect(rows()).toEqual([]);
  expect(calibration()).toMatchObject({ n: 0, unresolved: 1, verdicts: { sound: { accepted: 1 } } });
  gitOn(3, 'revert', '--no-edit', made);
  const reverted = git('rev-parse', 'HEAD').trim();
  expect(await settle()).toBe(1);
  const once = [{ how: 'revert', ref: reverted, words: 'Revert "Wait for the queue"', came: null, unsound: true }];
  expect(rows()).toEqual(once);
  await settle();
  await importAll();
  expect(rows()).toEqual(once);
  expect(calibration()).toMatchObject({ n: 0, unresolved: 1, verdicts: { sound: { accepted: 0 }, unsound: { misses: 1 } } });
});

it('what is taken back by hand counts as reverted, and what is brought in again does not', async () => {
  await judge();
  commit('Wait for the queue', AFTER, 0.1);
  commit('No more waiting', BEFORE, 1);
  await settle();
  expect(rows()).toMatchObject([{ how: 'revert', words: 'No more waiting' }]);
  app.journal.settlements.forgetRound(app.journal.rounds.list()[0]?.id ?? expect.fail());
  commit('Wait after all', AFTER, 2);
  await settle();
  expect(rows()).toEqual([]);
});

it('a fix counts only where git says that its lines came in with the round’s commit', async () => {
  const made = commit('Wait for the queue', AFTER, 0.1);
  await judge({ commit: made.slice(0, 7) });
  commit('Fix the greeting', ['hello, all'], 1, 'README.md');
  commit('Fix an import', AFTER.with(0, 'import { queue } from "./queue-of-jobs.ts";'), 1.5);
  await settle();
  expect(rows()).toEqual([]);
  const mended = commit('Fix the race in drain', BEFORE.toSpliced(4, 0, "  await once(queue, 'empty');"), 2);
  await settle();
  expect(rows()).toEqual([{ how: 'fix', ref: mended, words: 'Fix the race in drain', came: null, unsound: true }]);
});

it('a fix long after, or one that only calls itself so, settles nothing', async () => {
  const made = commit('Wait for the queue', AFTER, 0.1);
  await judge({ commit: made.slice(0, 7) });
  commit('Shorten drain', BEFORE.toSpliced(4, 0, '  await queue.done();'), 5);
  await settle();
  expect(rows()).toEqual([]);
});

it('a later run that fails settles the statement; one that passes does once the lines stood or were changed', async () => {
  await judge();
  commit('Wait for the queue', AFTER, 0.1);
  runLater(true, 1);
  await importAll();
  expect(rows()).toMatchObject([{ how: 'run', words: 'npm test', came: 'check-fails', unsound: false }]);
  expect(calibration()).toMatchObject({ n: 1, unresolved: 0, baseRate: 0 });
  expect(calibration().brier?.score).toBeCloseTo(0.64);
});

it('a passing run waits thirty days for a change of the lines', async () => {
  await judge();
  commit('Wait for the queue', AFTER, 0.1);
  runLater(false, 1);
  await importAll();
  expect(rows()).toMatchObject([{ how: 'run', came: null }]);
  expect(calibration()).toMatchObject({ n: 0, unresolved: 1 });
  day = 31;
  await settle();
  expect(rows()).toMatchObject([{ how: 'run', came: 'passes-and-stays' }]);
  expect(calibration()).toMatchObject({ n: 1, baseRate: 1 });
});

it('a repository that is gone tells nothing, and is no failure', async () => {
  await judge();
  rmSync(shop, { recursive: true });
  expect(await settle()).toBe(0);
});
