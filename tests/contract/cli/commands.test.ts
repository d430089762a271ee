import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../../src/cli/command-list.ts';
import { writeSession } from '../server/write-session.ts';
import { runRounds } from './run-rounds.ts';

const LATER = 'an empty basket must raise an error';
const TITLE_MADE_LATER = 'Empty baskets raise an error now';
let home: string;
let sessions: string;
const run = (...args: string[]) => runRounds(args, { home });

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'rounds cli '));
  sessions = join(home, 'sessions');
  writeSession(join(sessions, 'shop.jsonl'), {
    id: 'shop',
    cwd: '/home/you/shop',
    startedAt: '2026-03-02T09:00:00.000Z',
    steps: [
      { prompt: 'The total is wrong when the basket is empty. Please fix it. \u001b[31mred\u001b[0m' },
      { edit: 'src/total.ts', from: 'return sum / items.length;', to: 'return items.length === 0 ? 0 : sum / items.length;' },
      { say: 'Fixed: the total is right now and all tests pass.' },
      { prompt: `No, that is wrong: ${LATER}, because the checkout relies on it.` },
      { say: 'You are right, I was wrong about that.' },
      { summary: TITLE_MADE_LATER },
    ],
  });
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Every line of what was printed, as JSON. */
const parseLines = (text: string): Record<string, unknown>[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('help', () => {
  test('names every command, and nothing on stderr', () => {
    const { status, stdout, stderr } = run('--help');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const { name } of COMMANDS) expect(stdout).toContain(`  ${name} `);
    expect(stdout).toContain('Example:');
  });

  test.each(COMMANDS.map(({ name }) => name))('of %s has an example', (name) => {
    const { status, stdout } = run(name, '--help');
    expect(status).toBe(0);
    expect(stdout).toMatch(new RegExp(`Example:\\n\\s+rounds ${name}`));
  });
});

describe('wrong usage ends with 2 and says what to do', () => {
  test.each([
    [['frobnicate'], "unknown command 'frobnicate'"],
    [['scan'], 'path'],
    [['scan', '.', '--format', 'xml'], 'ndjson'],
    [['scan', '.', '--top', '0'], 'whole number'],
    [['show', 'nonsense'], 'no id'],
    [['show', 'm_0000000000000000'], 'rounds moments'],
    [['--port', 'x'], 'port'],
  ])('%j', (args, words) => {
    const { status, stdout, stderr } = run(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(words);
  });
});

describe('scan', () => {
  test('as ndjson prints moments with the fields of the contract, and the stats last', () => {
    const { status, stdout } = run('scan', sessions, '--format', 'ndjson', '--stats');
    expect(status).toBe(0);
    const lines = parseLines(stdout);
    const last = lines.pop();
    expect(lines.length).toBeGreaterThan(0);
    for (const moment of lines) {
      expect(Object.keys(moment)).toEqual(
        expect.arrayContaining(
          'id rule kind agent session file start end decision shown_until hindsight evidence rank worth confidence title question concepts activities paths'.split(
            ' ',
          ),
        ),
      );
      expect(moment).toMatchObject({
        file: join(sessions, 'shop.jsonl'),
        start: { line: expect.any(Number) as number },
        decision: { start: expect.any(Number) as number },
      });
    }
    expect(lines.map(({ rank }) => rank)).toEqual(lines.map((_, index) => index + 1));
    expect(Object.keys(last?.['stats'] as object)).toEqual(
      'files bytes sessions events edits runs records unknownRecords moments seconds peakRssMB'.split(' '),
    );
    expect(last?.['stats']).toMatchObject({ files: 1, sessions: 1, edits: 1, seconds: { total: expect.any(Number) as number } });
  });

  test('keeps nothing', () => {
    const state = join(home, 'never made');
    runRounds(['scan', sessions], { home, env: { ROUNDS_HOME: state } });
    expect(existsSync(state)).toBe(false);
  });

  test('as JSON is one array, and as text asks the question without naming the rule', () => {
    const all = JSON.parse(run('scan', sessions, '--json').stdout) as { rule: string; kind: string; title: string }[];
    const text = run('scan', sessions).stdout;
    for (const { rule, kind } of all) for (const name of [rule, kind]) expect(text).not.toContain(name);
    expect(run('scan', sessions, '--explain').stdout).toContain(all[0]?.rule);
    expect(parseLines(run('scan', sessions, '--format', 'ndjson', '--top', '1').stdout)).toHaveLength(1);
  });

  test('as SARIF places every moment in its transcript, with its rule and what came later', () => {
    const moments = JSON.parse(run('scan', sessions, '--json').stdout) as {
      rule: string;
      title: string;
      start: { line: number };
      end: { line: number };
      hindsight: unknown[];
    }[];
    const { status, stdout } = run('scan', sessions, '--format', 'sarif', '--stats');
    const { version, runs } = JSON.parse(stdout) as {
      version: string;
      runs: [{ tool: { driver: { rules: { id: string }[] } }; results: { ruleIndex: number; relatedLocations?: unknown[] }[] }];
    };
    expect({ status, version }).toEqual({ status: 0, version: '2.1.0' });
    expect(runs[0].results).toMatchObject(
      moments.map(({ rule, title, start, end }) => ({
        ruleId: rule,
        message: { text: title },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: pathToFileURL(join(sessions, 'shop.jsonl')).href },
              region: { startLine: start.line, endLine: end.line },
            },
          },
        ],
        properties: { question: expect.any(String) as string },
      })),
    );
    expect(runs[0].results.map(({ ruleIndex }) => runs[0].tool.driver.rules[ruleIndex]?.id)).toEqual(moments.map(({ rule }) => rule));
    expect(runs[0].results.map(({ relatedLocations = [] }) => relatedLocations.length)).toEqual(moments.map(({ hindsight }) => hindsight.length));
  });

  test('never passes on what a terminal would act on', () => {
    for (const format of ['text', 'ndjson', 'json', 'sarif']) {
      const { stdout, stderr } = run('scan', sessions, '--format', format, '--explain');
      expect(stdout + stderr).not.toContain('\u001b');
    }
  });

  test('reads the agent that is asked for, and the repository', () => {
    expect(parseLines(run('scan', sessions, '--agent', 'codex', '--format', 'ndjson', '--stats').stdout)).toMatchObject([{ stats: { sessions: 0 } }]);
    expect(run('scan', sessions, '--repo', '/home/you/other', '--format', 'ndjson').stdout).toBe('');
    expect(run('scan', sessions, '--repo', '/home/you/shop', '--format', 'ndjson').stdout).not.toBe('');
  });

  test('ends quietly when its reader has seen enough', () => {
    const script = `import(${JSON.stringify(new URL('../../../src/cli/main.ts', import.meta.url).href)}).then(({ main }) => main(process.argv.slice(1)))`;
    const copies = Array.from({ length: 20 }, () => `'${sessions}'`).join(' ');
    const piped = spawnSync('sh', ['-c', `'${process.execPath}' -e '${script}' -- scan ${copies} --format ndjson | head -c 10`], { encoding: 'utf8' });
    expect(piped.stderr).not.toMatch(/EPIPE|at .*:\d+/);
    expect(piped.stdout).toHaveLength(10);
  });
});

describe('the journal from the command line', () => {
  test('import, sessions, moments, show: blind until revealed', () => {
    const imported = run('import', sessions, '--json');
    expect({ status: imported.status, report: JSON.parse(imported.stdout) as unknown }).toMatchObject({
      status: 0,
      report: { files: 1, filesNew: 1, sessions: 1 },
    });
    expect(run('import', sessions).stdout).toContain('Nothing new');

    const listed = JSON.parse(run('sessions', '--json').stdout) as { sessions: { id: string }[]; total: number };
    expect(listed.total).toBe(1);
    expect(run('sessions').stdout).toContain(listed.sessions[0]?.id.slice(0, 10));

    const { moments } = JSON.parse(run('moments', '--json').stdout) as { moments: { id: string; question: string }[] };
    const found = JSON.parse(run('scan', sessions, '--json').stdout) as { id: string; rule: string; kind: string; shown_until: number }[];
    const claim = found.find(({ shown_until }) => shown_until <= 4);
    expect(moments.map(({ id }) => id)).toContain(claim?.id);

    for (const args of [
      ['show', claim?.id ?? ''],
      ['show', claim?.id ?? '', '--json'],
    ]) {
      const { status, stdout } = run(...args);
      expect(status).toBe(0);
      for (const secret of [LATER, TITLE_MADE_LATER, claim?.rule, claim?.kind]) expect(stdout).not.toContain(secret);
      expect(stdout).not.toContain('\u001b');
    }
    const revealed = run('show', claim?.id.slice(0, 8) ?? '', '--reveal').stdout;
    expect(revealed).toContain(claim?.rule);
    expect(revealed).toContain('What happened next');
  });

  test('search finds words, says calmly that there are none, and never names syntax', () => {
    const found = JSON.parse(run('search', 'basket', '--kind', 'prompt', '--json').stdout) as { sessions: { hits: { text: string }[] }[] };
    expect(found.sessions[0]?.hits[0]?.text).toContain('basket is empty');
    const text = run('search', 'relies');
    expect({ status: text.status, stdout: text.stdout }).toMatchObject({ status: 0, stdout: expect.stringContaining('relies on it') as string });
    expect(text.stdout).not.toContain('\u001b');
    const none = run('search', 'no', 'session', 'says', 'zeppelin"', 'AND', 'NEAR(');
    expect({ status: none.status, stdout: none.stdout }).toMatchObject({ status: 0, stdout: expect.stringContaining('Nothing found') as string });
    expect(run('search', '=>')).toMatchObject({ status: 2, stderr: expect.stringContaining('no word') as string });
  });

  test('doctor says where everything is', () => {
    const { status, stdout } = run('doctor');
    expect(status).toBe(0);
    expect(stdout).toContain(join(home, 'state', 'journal.db'));
    expect(JSON.parse(run('doctor', '--json').stdout)).toMatchObject({ journal: { sessions: 1 }, demo: false });
  });

  test('demo comes and goes', () => {
    expect(run('demo').stdout).toMatch(/Loaded \d+ demo sessions/);
    expect(run('demo').stdout).toContain('loaded already');
    expect(JSON.parse(run('doctor', '--json').stdout)).toMatchObject({ demo: true });
    expect(run('demo', '--remove').stdout).toMatch(/Took out \d+ demo sessions/);
    expect(JSON.parse(run('doctor', '--json').stdout)).toMatchObject({ demo: false, journal: { sessions: 1 } });
  });

  test('a home that cannot be is a problem with a way out, not a crash', () => {
    writeFileSync(join(home, 'file'), '');
    const { status, stderr } = runRounds(['sessions'], { home, env: { ROUNDS_HOME: join(home, 'file', 'rounds') } });
    expect(status).toBe(4);
    expect(stderr).toMatch(/ROUNDS_HOME/);
    expect(readdirSync(home)).toContain('file');
  });
});
