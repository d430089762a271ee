/** Saying what a moment is, and looking at what would be sent, as a person does in a terminal. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeSession } from '../server/write-session.ts';
import { runRounds } from './run-rounds.ts';

const KEY = 'a-key-that-must-not-show';
let home: string;
let moment: string;
const run = (...args: string[]) => runRounds(args, { home, env: { ROUNDS_TUTOR_KEY: KEY } });
const WITH_MODEL = ['--url', 'https://models.example.com/v1', '--model', 'some-model'];

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'rounds-dismiss-'));
  const folder = join(home, '.claude', 'projects', 'shop');
  writeSession(join(folder, 'shop.jsonl'), {
    id: 'shop',
    cwd: '/home/you/shop',
    startedAt: '2026-03-02T09:00:00.000Z',
    steps: [
      { prompt: 'The total is wrong when the basket is empty. Please fix it.' },
      { edit: 'src/total.ts', from: 'return sum / items.length;', to: 'return items.length === 0 ? 0 : sum / items.length;' },
      { say: 'Fixed: the total is right now and all tests pass.' },
      { prompt: 'No, that is wrong: an empty basket must raise an error, because the checkout relies on it.' },
      { say: 'You are right, I was wrong about that.' },
    ],
  });
  expect(run('import', folder).status).toBe(0);
  moment = (JSON.parse(run('moments', '--json').stdout) as { moments: { id: string }[] }).moments[0]?.id ?? '';
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('dismiss', () => {
  test('asks for a reason', () => {
    const { status, stderr } = run('dismiss', moment);
    expect(status).toBe(2);
    expect(stderr).toContain('legitimate-here');
  });

  test('takes a moment off the list, says what that did, and gives it back', () => {
    expect(run('dismiss', moment, '--reason', 'legitimate-here').stdout).toContain('Called legitimate in shop once');
    expect(run('moments').stdout).not.toContain(moment);
    expect(run('dismiss', '--list').stdout).toContain(moment);
    expect(run('dismiss', moment, '--undo').status).toBe(0);
    expect(run('moments').stdout).toContain(moment);
  });
});

describe('--explain', () => {
  test('of moments and show says the parts of the score in words', () => {
    for (const args of [
      ['moments', '--explain'],
      ['show', moment, '--explain'],
      ['scan', join(home, '.claude'), '--explain'],
    ]) {
      const { stdout } = run(...args);
      for (const part of ['worth', 'confidence', 'agreement', 'novelty', 'teachability', 'score'])
        expect(stdout).toMatch(new RegExp(`^ *${part} +[01]\\.\\d\\d  \\S`, 'm'));
    }
  });

  test('is asked for: without it no part is named', () => {
    for (const args of [['moments'], ['show', moment]]) expect(run(...args).stdout).not.toMatch(/novelty|teachability/);
  });
});

describe('tutor', () => {
  test('is off, and says so', () => {
    const { status, stdout } = run('tutor');
    expect(status).toBe(0);
    expect(stdout).toContain('The second reader is off: nothing is sent anywhere.');
    expect(run('tutor', '--ask', moment).status).toBe(2);
  });

  test('previews the request as JSON on stdout, without the key, and sends nothing', () => {
    const { status, stdout, stderr } = run('tutor', '--preview', moment, ...WITH_MODEL);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ model: 'some-model', messages: [{ role: 'system' }, { role: 'user' }] });
    expect(stderr).toContain('Nothing was sent.');
    expect(stdout + stderr).not.toContain(KEY);
    expect(run('tutor').stdout).not.toContain('What was sent');
  });

  test('is turned on and off, and no output names the key', () => {
    const turnedOn = run('tutor', '--on', ...WITH_MODEL);
    expect(turnedOn.stdout).toContain('The second reader is on.');
    expect(turnedOn.stdout).toContain('ROUNDS_TUTOR_KEY: set');
    expect(turnedOn.stdout + turnedOn.stderr).not.toContain(KEY);
    expect(run('tutor', '--off').stdout).toContain('The second reader is off');
    expect(run('tutor', '--on', '--url', 'http://models.example.com').status).toBe(2);
  });
});
