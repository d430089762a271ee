/** `rounds drill` on a real repository: real commits, real tests, the real sandbox. */
import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AnsweredDrill } from '../../../src/app/drills/answer-drill.ts';
import { runTests, writeSide } from '../../../src/app/drills/drill-tree.ts';
import type { Mining } from '../../../src/app/drills/mine-drills.ts';
import { openJournal } from '../../../src/journal/open-journal.ts';
import type { BlindDrill, DrillList } from '../../../src/model/api/drills.ts';
import type { Drill } from '../../../src/model/drill.ts';
import { findSandbox } from '../../../src/probes/sandbox/find-sandbox.ts';
import { detectSuite } from '../../../src/probes/suites/detect-suite.ts';
import { exportTree } from '../../../src/probes/tree/export-tree.ts';
import { runRounds } from '../cli/run-rounds.ts';

const sandbox = await findSandbox();
if (sandbox.kind === 'none') process.stderr.write(`Drills are not tested here: ${sandbox.why}\n`);

let root: string;
let home: string;
const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...args], { cwd: root, stdio: 'pipe', encoding: 'utf8' });
const commit = (message: string, files: Readonly<Record<string, string>>): void => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  git('add', '-A');
  git('commit', '-qm', message);
};
const TEST = "import { test } from 'node:test';\nimport assert from 'node:assert';\n";
const PAGES = (boundary: string): string =>
  `export function countPages(items, size) {\n  if (size <= 0) throw new Error('size');\n  let pages = 0;\n  for (let at = 0; at ${boundary} items.length; at += size) {\n    pages += 1;\n  }\n  return pages;\n}\n`;
const PAGES_TEST = `${TEST}import { countPages } from '../src/pages.js';\ntest('counts two pages', () => assert.equal(countPages([1, 2, 3], 2), 2));\n`;
const EXACT =
  "test('a full page is one page', () => assert.equal(countPages([1, 2], 2), 1));\ntest('no size is refused', () => assert.throws(() => countPages([], 0)));\n";
const names = (fallback: string): string => `export const greet = (name) => {\n  const shown = name ${fallback} 'you';\n  return \`Hello \${shown}\`;\n};\n`;
const NAMES_TEST = `${TEST}import { greet } from '../src/names.js';\n`;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'rounds drills '));
  home = mkdtempSync(join(tmpdir(), 'rounds-home-'));
  git('init', '-q');
  const odd = Array.from({ length: 24 }, (_, at) => `test('odd ${at}', () => assert.ok(draw() < 0.5));`).join('\n');
  commit('begin', {
    'package.json': '{"type":"module","scripts":{"test":"node --test"}}',
    'src/pages.js': PAGES('<='),
    'test/pages.test.js': PAGES_TEST,
    'src/names.js': names('??'),
    'test/names.test.js': `${NAMES_TEST}test('greets', () => assert.equal(greet('Ada'), 'Hello Ada'));\n`,
    'src/dice.js': 'export const draw = () => 1;\n',
  });
  commit('fix: a full page is no longer counted twice', { 'src/pages.js': PAGES('<'), 'test/pages.test.js': PAGES_TEST + EXACT });
  commit('fix the names of things', {
    'src/pages.js': PAGES('<').replaceAll('pages', 'count').replace('countCount', 'countPages'),
    'test/pages.test.js': `${PAGES_TEST + EXACT}// all of it\n`,
  });
  commit('fix: an empty name is nobody', {
    'src/names.js': names('||'),
    'test/names.test.js': `${NAMES_TEST}test('greets', () => assert.equal(greet('Ada'), 'Hello Ada'));\ntest('greets nobody', () => assert.equal(greet(''), 'Hello you'));\n`,
  });
  commit('fix: the dice fall anew', {
    'src/dice.js': 'export const draw = () => Math.random();\n',
    'test/dice.test.js': `${TEST}import { draw } from '../src/dice.js';\n${odd}\n`,
  });
  commit('fix: shout', {
    'src/names.js': `${names('||')}export const shout = (name) => greet(name).toUpperCase();\n`,
    'test/shout.test.js': `${TEST}import { shout } from '../src/names.js';\ntest('shouts', () => assert.equal(shout('a'), 'HELLO A'));\n`,
  });
  commit('fix: a build that is broken', {
    'src/dice.js': 'export const draw = () => ;\n',
    'test/dice.test.js': `${TEST}import { draw } from '../src/dice.js';\ntest('draws', () => assert.ok(draw() > 1));\n`,
  });
  commit('mend the dice', { 'src/dice.js': 'export const draw = () => 4;\n' });
  // The same mistake made and mended once more.
  commit('an empty name again', { 'src/names.js': `${names('??')}export const shout = (name) => greet(name).toUpperCase();\n` });
  commit('fix: an empty name again', { 'src/names.js': `${names('||')}export const shout = (name) => greet(name).toUpperCase();\n` });
  commit('docs', { 'README.md': 'fix\n' });
}, 60_000);
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
  rmSync(home, { recursive: true, force: true });
});

const drill = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  runRounds(['drill', '--repo', root, ...args], { home, env, timeout: 150_000 });
const parsed = <T>(args: readonly string[]): T => {
  const { stdout, stderr } = drill([...args, '--json']);
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as T;
};
const readDrills = (): Drill[] => {
  const journal = openJournal({ home: join(home, 'state') });
  if (!journal.ok) throw new Error(journal.problem.what);
  const drills = journal.value.drills.list(git('rev-parse', '--show-toplevel').trim());
  journal.value.close();
  return drills;
};
const place = ({ path, hunks }: Drill['files'][number]): string => `${path}:${Math.max(1, hunks[0]?.oldStart ?? 1)}`;

describe.skipIf(sandbox.kind === 'none')('rounds drill', { timeout: 180_000 }, () => {
  test('keeps the commits whose bug a test shows, and counts why the others fell out', () => {
    const { fixes } = parsed<Mining>(['--mine', '20', '--only', 'fixes']);
    expect(fixes.verified).toBe(2);
    expect(fixes.refused).toMatchObject({
      'no test minds it': 1,
      'runs disagree': 1,
      'tests need what it adds': 1,
      'does not load or compile with the bug': 1,
      'could not be run': 1,
      'the same as another': 1,
    });
    const sum = Object.values(fixes.refused).reduce((all, count) => all + count, 0);
    expect(sum + fixes.verified + fixes.known + fixes.left).toBe(fixes.candidates);
    expect(readDrills().map(({ failingTests }) => failingTests)).toEqual(expect.arrayContaining([['a full page is one page'], ['greets nobody']]));
    // Nothing is tried twice but what could not be run: packages may have been installed since.
    const { 'could not be run': unrun = 0 } = fixes.refused;
    expect(parsed<Mining>(['--mine', '20', '--only', 'fixes']).fixes).toMatchObject({ verified: 0, known: fixes.candidates - unrun });
  });

  test('keeps slips that a test shows or that none does, and says which', () => {
    const { mutations } = parsed<Mining>(['--mine', '6', '--only', 'mutations']);
    expect(mutations.verified).toBeGreaterThanOrEqual(3);
    expect(git('status', '--porcelain')).toBe('');
  });

  test('no drill is kept whose bug does not fail its hidden test, or whose sound code does', async () => {
    const drills = readDrills();
    expect(new Set(drills.map(({ id }) => id)).size).toBe(drills.length);
    expect(drills.length).toBeGreaterThanOrEqual(5);
    for (const one of drills) {
      const exported = await exportTree(root, one.commit);
      if (!exported.ok) throw new Error(exported.problem.what);
      const { folder, remove } = exported.value;
      const { suite } = await detectSuite(folder, root);
      if (suite === null) throw new Error('no suite');
      const tree = { folder, suite, sandbox };
      writeSide(tree, one.files, 'broken');
      const broken = await runTests(tree, one.tests);
      writeSide(tree, one.files, 'fixed');
      const fixed = await runTests(tree, one.tests);
      remove();
      expect([one.about, broken.finding, broken.failingTests]).toEqual([one.about, one.failingTests.length > 0 ? 'failed' : 'passed', one.failingTests]);
      expect(fixed.finding).toBe('passed');
    }
  });

  test('a drill is drawn once, and what is held out for a form is never drawn to practise', () => {
    const held = parsed<DrillList>(['--list']).forms.size * 4;
    const drawn: string[] = [];
    for (;;) {
      const { stdout, stderr, status } = drill(['--json']);
      if (status !== 0) {
        expect(stderr).toContain('left to practise with');
        break;
      }
      const one = JSON.parse(stdout) as BlindDrill;
      expect(one.form).toBe('practice');
      drawn.push(one.id);
    }
    expect(new Set(drawn).size).toBe(drawn.length);
    expect(readDrills().length - drawn.length).toBeGreaterThanOrEqual(held);
  });

  test('says nothing before the answer of what kind it is, where it is from or what minds', () => {
    const before = JSON.stringify(parsed<DrillList>(['--list']));
    for (const { about, commit: sha, failingTests } of readDrills()) for (const secret of [about, sha, ...failingTests]) expect(before).not.toContain(secret);
    expect(before).not.toMatch(/mutation|"fix"|survives/);
  });

  test('takes lines and a test, runs both, shows the fix, and keeps the first answer', () => {
    const one = readDrills().find(({ kind, failingTests }) => kind === 'fix' && failingTests.includes('a full page is one page')) as Drill;
    const own = join(home, 'own.test.js');
    writeFileSync(own, `${TEST}import { countPages } from './pages.js';\ntest('mine', () => assert.equal(countPages([1], 1), 1));\n`);
    const { status, stdout } = drill([
      '--answer',
      one.id,
      '--lines',
      place(one.files[0] as Drill['files'][number]),
      '--claim',
      'a full page',
      '--test',
      own,
      '--sure',
      '80',
    ]);
    expect(status).toBe(0);
    expect(stdout).toContain('fix: a full page is no longer counted twice');
    expect(stdout).toContain('The hidden test fails: a full page is one page');
    expect(stdout).toContain('You named the place.');
    expect(stdout).toContain('Your test fails on the code as it was shown, and passes with the fix.');
    expect(drill(['--answer', one.id, '--lines', '1', '--sure', '1']).stderr).toContain('answered already');
    const { drills, tallies } = parsed<DrillList>(['--list']);
    expect(drills.find(({ id }) => id === one.id)?.revealed).toMatchObject({ kind: 'fix', hit: true, unaided: false });
    expect(tallies).toMatchObject({ practice: { answers: 0 }, other: { answers: 1, hits: 1 } });
  });

  test('another place is another place', () => {
    const one = readDrills().find(({ kind, failingTests }) => kind === 'fix' && failingTests.includes('greets nobody')) as Drill;
    const { answer } = parsed<AnsweredDrill>(['--answer', one.id, '--lines', '1', '--sure', '90']);
    expect(answer).toMatchObject({ linesHit: false, testHit: null, confirmed: true, sure: 0.9, unaided: false });
  });

  test.each([
    ['an unknown drill', ['--answer', 'ffffffffffff', '--lines', '1', '--sure', '5'], 'No drill of this repository begins'],
    ['a number that is none', ['--answer', 'a', '--sure', 'much'], '0 to 100'],
    ['a form that is none', ['--form', '4'], 'choices'],
  ])('%s is told', (_, args, words) => {
    const { status, stderr } = drill(args);
    expect(stderr).toContain(words);
    expect(status).toBe(2);
  });

  test('unaided is refused while an agent is at work in the repository, or started Rounds', async () => {
    expect(drill(['--unaided'], { CLAUDECODE: '1' }).stderr).toContain('Claude Code started this command');
    const program = join(home, 'codex');
    copyFileSync('/bin/sleep', program);
    execFileSync('chmod', ['755', program]);
    const agent = spawn(program, ['60'], { cwd: join(root, 'src'), stdio: 'ignore' });
    try {
      await new Promise((resolve) => agent.once('spawn', resolve));
      const { status, stderr } = drill(['--unaided']);
      expect(stderr).toContain('Codex is at work in this repository');
      expect(stderr).toContain('cannot see assistants inside an editor');
      expect(status).toBe(2);
    } finally {
      agent.kill();
    }
  });
});
