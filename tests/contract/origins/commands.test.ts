import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explainLine } from '../../../src/app/origins/explain-line.ts';
import { openWorkshop, type Workshop } from './workshop.ts';

const launcher = join(import.meta.dirname, '..', '..', '..', 'bin', 'rounds.js');

let shop: Workshop;
beforeAll(async () => {
  shop = openWorkshop();
  shop.write('seed.test.mjs', "import test from 'node:test';\ntest('seed', () => {});\n");
  shop.commit('Begin');
  const ada = shop.startAgent('ada', 'Plan the seed for the feeders.\u001b[31m');
  ada.say('Each guest eats its own share, so the shares are added up.');
  ada.write('feeder.mjs', 'export const planSeed = (guests) => guests.reduce((sum, guest) => sum + guest.appetite, 0);\n');
  ada.run('node --test seed.test.mjs');
  ada.run('git add -A && git commit -m "Plan the seed"');
  shop.startAgent('bea', 'Count the feeders.', { folder: join(shop.root, '..', 'gone', 'elsewhere') }).say('There are three.');
  await shop.app();
});
afterAll(() => shop.close());

const run = (...args: string[]): { code: number; stdout: string; stderr: string } => {
  try {
    const stdout = execFileSync(process.execPath, [launcher, ...args], {
      cwd: shop.root,
      encoding: 'utf8',
      env: { ...process.env, ROUNDS_HOME: shop.home, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return { code: 0, stdout, stderr: '' };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    return { code: status, stdout, stderr };
  }
};

describe('rounds why', () => {
  it('tells the prompt, the reasoning, the run that tested it and the commit', async () => {
    const explained = await explainLine(await shop.app(), { file: join(shop.root, 'feeder.mjs'), line: 1 });
    expect(explained).toMatchObject({
      ok: true,
      value: {
        file: 'feeder.mjs',
        by: 'agent',
        commit: { subject: 'Plan the seed' },
        session: { agent: 'claude-code' },
        reply: { text: 'Each guest eats its own share, so the shares are added up.' },
        run: { command: 'node --test seed.test.mjs', class: 'test', status: 'passed' },
      },
    });
  });

  it('prints it without control characters, and as JSON', () => {
    const { code, stdout } = run('why', 'feeder.mjs:1');
    expect(code).toBe(0);
    expect(stdout).toContain('Plan the seed for the feeders.');
    expect(stdout).toContain('node --test seed.test.mjs — passed');
    expect(stdout).not.toContain('\u001b');
    expect(JSON.parse(run('why', 'feeder.mjs:1', '--json').stdout)).toMatchObject({ line: 1, by: 'agent' });
  });

  it('says what it looked at where it does not know', () => {
    const { code, stdout } = run('why', 'seed.test.mjs:1');
    expect(code).toBe(0);
    expect(stdout).toContain('not known');
    // One worked here; of the other nobody can tell any more where.
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('2 sessions that worked in this repository, or in a folder that is not on this machine');
  });

  it('refuses what is no line of a file', () => {
    expect(run('why', 'feeder.mjs').code).toBe(2);
    expect(run('why', 'feeder.mjs:99').code).not.toBe(0);
    expect(run('why', 'missing.mjs:1').code).not.toBe(0);
  });
});

describe('rounds blame', () => {
  it('shows every line with its origin', () => {
    expect(run('blame', 'feeder.mjs').stdout).toMatch(/^[0-9a-f]{8} Claude Code [0-9a-f]{8} +\d+% 1 export const planSeed/);
    expect(JSON.parse(run('blame', 'seed.test.mjs', '--json').stdout)).toMatchObject({ lines: [{ by: 'unknown' }, { by: 'unknown' }] });
  });
});
