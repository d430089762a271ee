/** What a hostile probe can do in the sandbox: real programs, a real bubblewrap. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProbeRun } from '../../../src/model/probe-run.ts';
import { PROBE_LIMITS, type Limits } from '../../../src/probes/limits/limits.ts';
import { runInSandbox } from '../../../src/probes/run-in-sandbox.ts';
import { findSandbox } from '../../../src/probes/sandbox/find-sandbox.ts';

const sandbox = await findSandbox();
if (sandbox.kind === 'none') process.stderr.write(`The sandbox was not tested: ${sandbox.why}\n`);
const MB = 1024 * 1024;

let tree: string;
let outside: string;
let server: Server;
let asked = 0;
beforeAll(async () => {
  tree = mkdtempSync(join(tmpdir(), 'rounds-tree-'));
  outside = mkdtempSync(join(homedir(), '.rounds-sandbox-test-'));
  writeFileSync(join(outside, 'secret.txt'), 'the home folder was read');
  writeFileSync(join(tree, 'kept.txt'), 'as it was');
  mkdirSync(join(tree, 'src'));
  server = createServer((_, answer) => {
    asked += 1;
    answer.end('reached');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.close();
  rmSync(tree, { recursive: true, force: true });
  rmSync(outside, { recursive: true, force: true });
});

function run(script: string, limits: Partial<Limits> = {}, rest: { onOutput?: (text: string) => void; signal?: AbortSignal } = {}): Promise<ProbeRun> {
  return runInSandbox(sandbox, {
    tree,
    argv: [process.execPath, '-e', script],
    shownAs: 'node probe.js',
    readable: [{ from: join(process.execPath, '..', '..') }],
    variables: {},
    limits: { ...PROBE_LIMITS, seconds: 20, ...limits },
    ...rest,
  });
}

describe.skipIf(sandbox.kind === 'none')('a probe in the sandbox', () => {
  test('runs on a copy of the tree and is told apart by its exit code', async () => {
    const passed = await run(
      `const fs = require('node:fs'); fs.appendFileSync('kept.txt', '!'); console.log(fs.readFileSync('kept.txt', 'utf8'), process.cwd())`,
    );
    expect(passed).toMatchObject({ outcome: 'passed', exitCode: 0, output: 'as it was! /work\n' });
    expect(passed.sandbox).toMatch(/^bubblewrap \d/);
    expect(readFileSync(join(tree, 'kept.txt'), 'utf8')).toBe('as it was');
    expect(await run('process.exit(3)')).toMatchObject({ outcome: 'failed', exitCode: 3 });
  });

  test('opens no network, not even on this machine', async () => {
    const { port } = server.address() as AddressInfo;
    const tried = await run(
      `fetch('http://127.0.0.1:${port}').then(r => r.text()).then(console.log, e => { console.log('no', e.cause.code); process.exit(1); })`,
    );
    expect(tried).toMatchObject({ outcome: 'failed', output: 'no ECONNREFUSED\n' });
    expect(asked).toBe(0);
  });

  test('reads nothing of the home folder', async () => {
    const file = join(outside, 'secret.txt');
    const tried = await run(`try { console.log(require('node:fs').readFileSync(${JSON.stringify(file)}, 'utf8')) } catch (e) { console.log(e.code) }`);
    expect(tried.output).toBe('ENOENT\n');
    const variables = await run('console.log(Object.keys(process.env).sort().join())');
    expect(variables.output.trim().split(',')).toEqual(
      ['CI', 'HOME', 'LANG', 'OLDPWD', 'PATH', 'PWD', 'TERM'].filter((name) => variables.output.includes(name)),
    );
  });

  test('writes nothing outside', async () => {
    const before = readdirSync(outside);
    const tried = await run(`
      const fs = require('node:fs');
      for (const path of ['${outside}/x', '/usr/x', '/etc/x', '/tree/x', '/x'])
        try { fs.writeFileSync(path, 'x'); console.log('wrote', path) } catch (e) { console.log(e.code) }`);
    expect(tried.output.match(/wrote .*/g)?.filter((line) => line !== 'wrote /x' && line !== 'wrote /etc/x') ?? []).toEqual([]);
    expect(readdirSync(outside)).toEqual(before);
    expect(['/x', '/etc/x', '/usr/x', join(tree, 'x')].filter((path) => existsSync(path))).toEqual([]);
  });

  test('has no other processes to reach, and no privileges', async () => {
    const tried = await run(`
      const fs = require('node:fs');
      console.log(fs.readdirSync('/proc').filter((name) => /^[0-9]+$/.test(name)).length < 6);
      console.log(/CapEff:\\s*0+\\n/.test(fs.readFileSync('/proc/self/status', 'utf8')));`);
    expect(tried.output).toBe('true\ntrue\n');
  });

  test('forking without end is stopped', async () => {
    const tried = await run(
      `
      const { spawn } = require('node:child_process');
      const fork = () => { try { spawn('/bin/sleep', ['60']).on('error', () => {}); } catch {} setImmediate(fork); };
      fork();`,
      { processes: 40 },
    );
    expect(tried).toMatchObject({ outcome: 'stopped', stoppedBy: 'processes', exitCode: null });
  });

  test('allocating without end is stopped', async () => {
    const tried = await run('const kept = []; setInterval(() => kept.push(Buffer.alloc(32 * 1024 * 1024, 1)), 5)', { memoryBytes: 400 * MB });
    expect(tried).toMatchObject({ outcome: 'stopped', stoppedBy: 'memory' });
  });

  test('printing without end is stopped, and its beginning and end are kept', async () => {
    const tried = await run(
      `let n = 0; const more = () => { while (process.stdout.write('line ' + (n++) + ' '.repeat(200) + '\\n')); process.stdout.once('drain', more) }; more()`,
      { outputBytes: 2 * MB },
    );
    expect(tried).toMatchObject({ outcome: 'stopped', stoppedBy: 'output' });
    expect(tried.output.length).toBeLessThan(300_000);
    expect(tried.output.startsWith('line 0 ')).toBe(true);
    expect(tried.cutBytes).toBeGreaterThan(MB);
  });

  test('filling the disk fails, and nothing of it stays', async () => {
    const tried = await run(
      `
      const fs = require('node:fs'); let n = 0;
      try { for (;;) fs.writeFileSync('fill' + n++, Buffer.alloc(1024 * 1024)) } catch (e) { console.log(e.code, n < 30) }`,
      { diskBytes: 16 * MB },
    );
    expect(tried.output).toBe('ENOSPC true\n');
    expect(readdirSync(tree).sort()).toEqual(['kept.txt', 'src']);
  });

  test('ignoring SIGTERM and hanging is stopped, with all it left behind', async () => {
    const tried = await run(
      `
      process.on('SIGTERM', () => {}); process.on('SIGHUP', () => {});
      require('node:child_process').spawn('/bin/sh', ['-c', 'trap "" TERM HUP; while :; do sleep 1; done'], { detached: true });
      setInterval(() => {}, 1000)`,
      { seconds: 1 },
    );
    expect(tried).toMatchObject({ outcome: 'stopped', stoppedBy: 'time' });
  });

  test('a person can stop it, and sees what it prints as it comes', async () => {
    const stop = new AbortController();
    const seen: string[] = [];
    const tried = await run(
      `console.log('begun'); setInterval(() => {}, 1000)`,
      {},
      {
        signal: stop.signal,
        onOutput: (text) => {
          seen.push(text);
          stop.abort();
        },
      },
    );
    expect(tried).toMatchObject({ outcome: 'stopped', stoppedBy: 'cancelled', output: 'begun\n' });
    expect(seen.join('')).toBe('begun\n');
  });

  test('a program that is not there could not run', async () => {
    const tried = await runInSandbox(sandbox, { tree, argv: ['/nowhere/tool'], shownAs: 'tool', readable: [], variables: {}, limits: PROBE_LIMITS });
    expect(tried).toMatchObject({ outcome: 'failed', exitCode: 127 });
  });
});

test('without a sandbox it runs on a copy, held to time, processes, memory and output', async () => {
  const none = { kind: 'none', why: 'for this test' } as const;
  const base = { tree, shownAs: 'node probe.js', readable: [], variables: {} };
  const wrote = await runInSandbox(none, {
    ...base,
    argv: [process.execPath, '-e', `require('node:fs').writeFileSync('kept.txt', ''); console.log('done')`],
    limits: PROBE_LIMITS,
  });
  expect(wrote).toMatchObject({ outcome: 'passed', output: 'done\n', sandbox: null });
  expect(readFileSync(join(tree, 'kept.txt'), 'utf8')).toBe('as it was');
  const hung = await runInSandbox(none, {
    ...base,
    argv: [process.execPath, '-e', `process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)`],
    limits: { ...PROBE_LIMITS, seconds: 1 },
  });
  expect(hung).toMatchObject({ outcome: 'stopped', stoppedBy: 'time' });
});
