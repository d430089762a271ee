/** `rounds handoff`: from a stuck session to a question with what is known, and without what must not leave. */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runRounds } from '../cli/run-rounds.ts';
import { writeSession } from '../server/write-session.ts';

const FAILS = 'AssertionError: expected 3 to be 2\n ❯ test/total.test.js:7:18\n\n Tests  1 failed | 4 passed (5)\n';
const TOKEN = `ghp_${'a1B2c3D4e5'.repeat(4).slice(0, 36)}`;

let home: string;
let repository: string;
beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'rounds handoff ')));
  repository = join(home, 'shop');
  mkdirSync(repository);
  execFileSync('git', ['init', '-q'], { cwd: repository });
  const total = ['export const total = (prices) => {', '  let sum = 1;', '  return sum;', '};'];
  writeSession(join(home, '.claude/projects/shop/stuck.jsonl'), {
    id: 'stuck',
    cwd: repository,
    startedAt: new Date(Date.now() - 3_600_000).toISOString(),
    steps: [
      { prompt: `Make total() start at zero. The deploy key is ${TOKEN}, keep it out.` },
      { run: 'npx vitest run test/total.test.js', prints: FAILS, fails: true },
      { edit: join(repository, 'src/total.js'), from: '  let sum = 1;', to: '  let sum = 0;\n  sum += 1;', file: total },
      { run: 'npx vitest run test/total.test.js', prints: FAILS, fails: true },
      { say: 'It still fails.' },
    ],
  });
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const handoff = (args: readonly string[], env: Readonly<Record<string, string>> = {}) => runRounds(['handoff', ...args], { home, cwd: repository, env });

test('says what fails and how often, the task, what was tried, and asks about the place; secrets are out', () => {
  const { stdout, stderr, status } = handoff([]);
  expect(status).toBe(0);
  const [situation = '', background = '', assessment = '', recommendation = ''] = stdout.split(/^## \w+$/m).slice(1);
  expect(situation).toMatch(/`npx vitest run test\/total\.test\.js` fails.*the same way twice/);
  expect(situation).toContain('expected 3 to be 2');
  expect(background).toContain('The task: Make total() start at zero.');
  expect(background).toContain('No run of it was green in this session.');
  expect(assessment).toContain('- src/total.js (+2 -1)');
  expect(recommendation).toContain('test/total.test.js:7');
  expect(stdout + stderr).not.toContain(TOKEN);
  expect(stderr).toContain('1 thing taken out');
});

test('takes the session that is named, read into the journal', () => {
  runRounds(['import'], { home, cwd: repository });
  const [{ id } = { id: '' }] = (JSON.parse(runRounds(['sessions', '--json'], { home, cwd: home }).stdout) as { sessions: { id: string }[] }).sessions;
  const { stdout } = runRounds(['handoff', id, '--json'], { home, cwd: home });
  expect(JSON.parse(stdout)).toMatchObject({ situation: expect.stringContaining('the same way twice') as string, redactions: [expect.any(String)] });
});

test('is what the person made of it in their editor, and a secret they type goes too', () => {
  const editor = join(home, 'my editor.sh');
  writeFileSync(editor, `#!/bin/sh\nsed 's/What I think it is: .*/What I think it is: sum begins at one. ${TOKEN}/' "$1" > "$1.new" && mv "$1.new" "$1"\n`);
  chmodSync(editor, 0o700);
  const { status } = handoff(['--edit', '--to', 'question.md'], { EDITOR: `'${editor}'` });
  expect(status).toBe(0);
  const written = readFileSync(join(repository, 'question.md'), 'utf8');
  expect(written).toContain('What I think it is: sum begins at one.');
  expect(written).not.toContain(TOKEN);
  expect(handoff(['--to', 'question.md']).status).not.toBe(0);

  writeFileSync(editor, '#!/bin/sh\necho nothing > "$1"\n');
  const refused = handoff(['--edit', '--to', 'other.md'], { EDITOR: `'${editor}'` });
  expect(refused.stderr).toContain('four headings');
  expect(existsSync(join(repository, 'other.md'))).toBe(false);
});

test('says what to do where there is no session', () => {
  rmSync(join(home, '.claude'), { recursive: true });
  const { stderr, status } = handoff([]);
  expect(status).not.toBe(0);
  expect(stderr).toContain('rounds sessions');
});
