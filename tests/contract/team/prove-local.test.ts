/** The doors of the owner's machine: its local server, the terminal, and what is left when a process is killed. */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createProver } from '../../../src/app/prove/create-prover.ts';
import type { WaitingList } from '../../../src/model/api/prove.ts';
import { findSandbox } from '../../../src/probes/sandbox/find-sandbox.ts';
import { describeWithStore } from '../../../src/store/testing/start-test-store.ts';
import { runInTerminal } from '../cli/run-in-terminal.ts';
import { makeHome, openTestApp, startTestServer, take, type TestServer } from '../server/start-test-server.ts';
import type { Browser } from './create-browser.ts';
import { addProbe, readAllOutput, shareCode, showProbe, signIn, type SharedCode } from './share-code.ts';
import { startTestTeam, type TestTeam } from './start-test-team.ts';

const sandbox = await findSandbox();
if (sandbox.kind === 'none') process.stderr.write(`Proving on the owner's machine was not tested: ${sandbox.why}\n`);

const main = new URL('../../../src/cli/main.ts', import.meta.url).href;
const ENDLESS = { path: 'probe.js', code: "console.log('it has begun'); setInterval(() => {}, 1000);" };

const describeHere = sandbox.kind === 'none' ? describe.skip : describeWithStore;

describeHere('the owner’s machine', () => {
  let team: TestTeam;
  let [anna, ben] = [] as unknown as [Browser, Browser];
  let local: TestServer;
  let root: string;
  let shared: SharedCode;

  beforeAll(async () => {
    team = await startTestTeam();
    anna = await team.foundOrganisation('books');
    ben = await team.join(anna, 'ben@books.example');
    local = await startTestServer();
    root = mkdtempSync(join(tmpdir(), 'rounds-repository-'));
    await signIn(local.app, team.url, anna);
    shared = await shareCode(local.app, team.url, root, anna, ben);
  }, 60_000);
  afterAll(async () => {
    await local.stop();
    await team.stop();
    rmSync(root, { recursive: true, force: true });
    expect([local.bugs, team.bugs]).toEqual([[], []]);
  });

  const post = (path: string, body: unknown = {}) =>
    local.send({ method: 'POST', path, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const inState = () => ({ home: local.home, env: { ROUNDS_HOME: local.app.journal.home, NO_COLOR: '1' } });

  test('its local server lists, runs what was seen, streams to its end, and declines', async () => {
    const [first, second] = [await addProbe(ben, shared.round), await addProbe(ben, shared.round)];
    const listed = JSON.parse((await local.send({ path: '/api/prove/waiting' })).body) as WaitingList;
    expect(listed.probes.map(({ probe, hindrance }) => [probe.id, hindrance])).toEqual([
      [first.id, null],
      [second.id, null],
    ]);
    expect((await local.send({ path: `/api/prove/${first.id}/output` })).status).toBe(404);
    expect((await post(`/api/prove/${first.id}/run`, { sha256: 'short' })).status).toBe(400);
    expect((await post(`/api/prove/${first.id}/run`)).status).toBe(400);
    expect((await post(`/api/prove/${first.id}/run`, { sha256: 'a'.repeat(64) })).status).toBe(409);
    expect((await local.send({ method: 'POST', path: `/api/prove/${first.id}/run`, headers: { authorization: 'Bearer none' } })).status).toBe(401);
    expect(await showProbe(ben, first.id)).toMatchObject({ state: 'pending' });

    expect((await post(`/api/prove/${first.id}/run`, { sha256: listed.probes[0]?.sha256 })).status).toBe(202);
    const streamed = await local.send({ path: `/api/prove/${first.id}/output` });
    expect(streamed.body).toContain('sums two numbers');
    expect(streamed.body).toMatch(/event: ended\ndata: .*"finding":"demonstrated"/);
    expect(await showProbe(ben, first.id)).toMatchObject({ state: 'ended', result: { finding: 'demonstrated' } });
    expect((await post(`/api/prove/${first.id}/cancel`)).status).toBe(404);

    expect((await post(`/api/prove/${second.id}/decline`)).status).toBe(204);
    expect(await showProbe(ben, second.id)).toMatchObject({ state: 'declined', result: null });
  });

  test('a page that leaves ends nothing, and Cancel ends the run', async () => {
    const probe = await addProbe(ben, shared.round, ENDLESS);
    expect((await post(`/api/prove/${probe.id}/run`, { sha256: probe.sha256 })).status).toBe(202);
    await lookOnce(local, `/api/prove/${probe.id}/output`);
    expect(await showProbe(ben, probe.id)).toMatchObject({ state: 'running' });
    const rest = local.send({ path: `/api/prove/${probe.id}/output` });
    expect((await post(`/api/prove/${probe.id}/cancel`)).status).toBe(204);
    expect((await rest).body).toMatch(/it has begun[^]*"stoppedBy":"cancelled"/);
  });

  test('the terminal shows all of the code with nothing hidden, and runs it after a yes only', { timeout: 60_000 }, async () => {
    const code = "console.log('ran\\u001b[2J'); // \u202edlrow\u001b[2K";
    const probe = await addProbe(ben, shared.round, { path: 'probe.js', code });
    const no = runInTerminal(['prove', probe.id], inState());
    await no.see('<U+202E>dlrow<U+001B>[2K');
    await no.see('Run it?');
    no.type('');
    await no.see('Nothing was run');
    expect(await no.end()).toBe(0);
    expect(await showProbe(ben, probe.id)).toMatchObject({ state: 'pending' });

    const listed = await runApart(['prove'], inState());
    expect(listed.stdout).toContain(`${probe.id}  ben: probe.js on the agent’s version`);
    expect((await runApart(['prove', probe.id], inState())).stderr).toContain(`--yes --sha256 ${probe.sha256}`);
    expect((await runApart(['prove', probe.id, '--yes'], inState())).status).toBe(2);
    expect(await runApart(['prove', probe.id, '--yes', '--sha256', 'a'.repeat(64)], inState())).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('not the code'),
    });
    expect(await showProbe(ben, probe.id)).toMatchObject({ state: 'pending' });

    const yes = runInTerminal(['prove', probe.id], inState());
    await yes.see('Run it?');
    yes.type('yes');
    await yes.see('Not demonstrated');
    expect(await yes.end()).toBe(0);
    expect(yes.raw()).not.toContain('\u001b[2J');
    expect(await showProbe(ben, probe.id)).toMatchObject({ state: 'ended', result: { finding: 'not-demonstrated' } });

    const other = await addProbe(ben, shared.round);
    expect((await runApart(['prove', other.id, '--yes', '--sha256', other.sha256, '--json'], inState())).stdout).toContain('"finding":"demonstrated"');
    const third = await addProbe(ben, shared.round);
    expect((await runApart(['prove', third.id, '--decline'], inState())).stderr).toContain('Declined');
    expect(await showProbe(ben, third.id)).toMatchObject({ state: 'declined' });
  });

  test('a process killed while a probe ran: the next one says so, what it printed is kept, its tree is gone', { timeout: 60_000 }, async () => {
    const probe = await addProbe(ben, shared.round, ENDLESS);
    const running = runInTerminal(['prove', probe.id], inState());
    await running.see('Run it?');
    running.type('yes');
    await running.see('it has begun');
    while (!(await readAllOutput(ben, probe.id)).includes('it has begun')) await new Promise((resolve) => setTimeout(resolve, 50));
    const folder = join(local.app.journal.home, 'proving');
    const { folder: tree } = JSON.parse(readFileSync(join(folder, `${probe.id}.json`), 'utf8')) as { folder: string };
    expect(existsSync(tree)).toBe(true);
    // Another of the owner's processes looks on meanwhile: it leaves alone what is not left behind.
    const prover = createProver(local.app);
    expect(await prover.endLeft()).toBe(0);
    expect(await showProbe(ben, probe.id)).toMatchObject({ state: 'running' });

    process.kill(findChild(running.pid), 'SIGKILL');
    await running.end();
    take(await prover.listWaiting());
    expect(await showProbe(ben, probe.id)).toMatchObject({
      state: 'ended',
      result: { finding: 'could-not-run', run: { why: expect.stringContaining('Rounds ended') } },
    });
    expect(await readAllOutput(ben, probe.id)).toContain('it has begun');
    expect(readdirSync(folder)).toEqual([]);
    expect(existsSync(dirname(tree))).toBe(false);
  });

  test('a result is kept while the team cannot be reached, and told later', async () => {
    const line = await startLine(team.port);
    const laptop = openTestApp(makeHome(), () => new Date());
    await signIn(laptop, line.url, anna);
    const prover = createProver(laptop);
    const probe = await addProbe(ben, shared.round, { path: 'probe.js', code: "console.log('begun'); setTimeout(() => process.exit(1), 1000);" });
    const begun = take(await prover.run(probe.id, probe.sha256));
    line.cut();
    expect(await begun.ended).toMatchObject({ finding: 'demonstrated' });
    expect(await prover.endLeft()).toBe(1);
    expect(await showProbe(ben, probe.id)).toMatchObject({ state: 'running' });
    line.mend();
    expect(await prover.endLeft()).toBe(0);
    expect(await showProbe(ben, probe.id)).toMatchObject({ state: 'ended', result: { finding: 'demonstrated', run: { exitCode: 1 } } });
    await laptop.close();
    line.close();
  });
});

/** A way to the team server that can be cut. */
async function startLine(port: number) {
  let isCut = false;
  const server = createServer((asked, answer) => {
    if (isCut) return asked.destroy();
    const on = request(
      { host: '127.0.0.1', port, method: asked.method, path: asked.url, headers: { ...asked.headers, host: `127.0.0.1:${port}` } },
      (answered) => {
        answer.writeHead(answered.statusCode ?? 500, answered.headers);
        answered.pipe(answer);
      },
    );
    asked.pipe(on);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: () => void (isCut = true),
    mend: () => void (isCut = false),
    close: () => void server.close(),
  };
}

/** Looks at a stream until its first event, and leaves. */
function lookOnce({ port, token }: TestServer, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers: { authorization: `Bearer ${token}` }, agent: false }, (answered) => {
      answered.once('data', () => {
        asked.destroy();
        resolve();
      });
    });
    asked.once('error', reject);
    asked.end();
  });
}

/** The command line without a terminal, while this process goes on serving the team. */
function runApart(
  args: readonly string[],
  { home, env }: { home: string; env: Record<string, string> },
): Promise<{ status: number; stdout: string; stderr: string }> {
  const script = `import(${JSON.stringify(main)}).then(({ main }) => main(process.argv.slice(1)))`;
  const variables = { PATH: process.env['PATH'] ?? '', HOME: home, ...env };
  return new Promise((resolve) => {
    execFile(process.execPath, ['--eval', script, '--', ...args], { cwd: home, env: variables }, (error, stdout, stderr) =>
      resolve({ status: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
}

/** The command itself: what runs it in a pseudo-terminal is its parent. */
function findChild(parent: number): number {
  const child = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').trim().split(' ')[0];
  if (!child) throw new Error('The command has no process.');
  return Number(child);
}
