/** Two people, a real team server, a real repository, a real sandbox: a partner's probe runs where the code is, and never before its owner's Run. */
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import { createProver, type Prover } from '../../../src/app/prove/create-prover.ts';
import type { Probe, ProbeResult } from '../../../src/model/team/probe.ts';
import { findSandbox } from '../../../src/probes/sandbox/find-sandbox.ts';
import { withClient } from '../../../src/store/postgres/with-client.ts';
import { describeWithStore } from '../../../src/store/testing/start-test-store.ts';
import { makeHome, openTestApp, take } from '../server/start-test-server.ts';
import type { Browser } from './create-browser.ts';
import { addProbe, FIX_PATCH, PROBE, readAllOutput, shareCode, showProbe, signIn, type SharedCode } from './share-code.ts';
import { startTestTeam, type TestTeam } from './start-test-team.ts';

const sandbox = await findSandbox();
if (sandbox.kind === 'none') process.stderr.write(`Probes of others were not tested: ${sandbox.why}\n`);

describeWithStore('proving', () => {
  let team: TestTeam;
  let [anna, ben] = [] as unknown as [Browser, Browser];
  let home: string;
  let root: string;
  let app: App;
  let prover: Prover;
  let shared: SharedCode;

  beforeAll(async () => {
    team = await startTestTeam();
    anna = await team.foundOrganisation('books');
    ben = await team.join(anna, 'ben@books.example');
    home = makeHome();
    root = mkdtempSync(join(tmpdir(), 'rounds-repository-'));
    app = openTestApp(home, () => new Date());
    prover = createProver(app);
    await signIn(app, team.url, anna);
    shared = await shareCode(app, team.url, root, anna, ben);
  }, 60_000);
  afterAll(async () => {
    await team.stop();
    await app.close();
    for (const folder of [home, root]) rmSync(folder, { recursive: true, force: true });
  });

  const run = async ({ id, sha256 }: Probe, by = prover): Promise<ProbeResult> => take(await by.run(id, sha256)).ended;
  const countTreesSent = (): number => team.logged().match(/\/tree\b/g)?.length ?? 0;
  const leftInHome = (): string[] => (existsSync(join(app.journal.home, 'proving')) ? readdirSync(join(app.journal.home, 'proving')) : []);

  describe.skipIf(sandbox.kind === 'none')('in a sandbox', () => {
    test('a partner’s probe waits for the owner’s Run, fails on the agent’s code, passes on the fix and on a patch', async () => {
      const probe = await addProbe(ben, shared.round);
      const waiting = take(await prover.listWaiting());
      expect(waiting).toMatchObject({ sandbox: expect.stringMatching(/^bubblewrap /), running: [] });
      expect(waiting.probes).toEqual([{ probe, author: 'ben', isMine: false, sha256: probe.sha256, hindrance: null }]);
      expect(await showProbe(ben, probe.id)).toMatchObject({ state: 'pending', startedAt: null, result: null });

      expect(await prover.run(probe.id, 'a'.repeat(64))).toMatchObject({ ok: false, problem: { what: 'This is not the code that was approved.' } });
      expect(await showProbe(ben, probe.id)).toMatchObject({ state: 'pending' });

      const result = await run(probe);
      expect(result).toMatchObject({
        finding: 'demonstrated',
        approvedSha256: probe.sha256,
        run: { exitCode: 1, command: 'node --test probe.test.js', sandbox: expect.stringMatching(/^bubblewrap/) },
      });
      const seen = await showProbe(ben, probe.id);
      expect(seen).toMatchObject({ state: 'ended', result });
      expect(await readAllOutput(ben, probe.id)).toContain('sums two numbers');
      expect(leftInHome()).toEqual([]);

      const fixed = await run(await addProbe(ben, shared.round, { target: 'fix' }));
      const patched = await run(await addProbe(ben, shared.round, { target: 'patch', patch: FIX_PATCH }));
      expect([fixed.finding, patched.finding]).toEqual(['not-demonstrated', 'not-demonstrated']);
      expect(patched.treeHash).toBe(fixed.treeHash);
      expect(result.treeHash).not.toBe(fixed.treeHash);
      // All of it from the owner's own repository, which is what was shared to the last byte.
      expect(countTreesSent()).toBe(0);
    });

    test('what cannot run is told with its reason: a patch that does not apply, a file that is there, a test that does not load', async () => {
      const given = [
        { target: 'patch', patch: FIX_PATCH.replace('a - b', 'a * b') },
        { target: 'patch', patch: FIX_PATCH.replaceAll('sum.js', '../sum.js') },
        { path: 'sum.js' },
        { code: "import './none.js';" },
        { path: 'probe.zig' },
      ] as const;
      const whys: string[] = [];
      for (const each of given) {
        const { finding, run: ended } = await run(await addProbe(ben, shared.round, each));
        expect(finding, JSON.stringify(each)).toBe('could-not-run');
        whys.push(ended.why ?? '');
      }
      expect(whys).toEqual([
        expect.stringContaining('patch'),
        expect.stringContaining('patch'),
        expect.stringContaining('already'),
        expect.stringContaining('loaded'),
        expect.stringContaining('probe.zig'),
      ]);
    });

    test('code that is not what its author sent is refused, and nothing runs', async () => {
      const probe = await addProbe(ben, shared.round);
      // As a server would that changes what people wrote: other code, under the digest that was approved.
      const other = await addProbe(ben, shared.round, { code: 'process.exit(1)' });
      await withClient(team.database.owner, (client) => client.query('update rounds.probe set sha256 = $1 where id = $2', [probe.sha256, other.id]));
      const [, listed] = take(await prover.listWaiting()).probes;
      expect(listed?.hindrance).toContain('changed on the way');
      for (const approved of [probe.sha256, other.sha256])
        expect(await prover.run(other.id, approved)).toMatchObject({ ok: false, problem: { tag: 'conflict' } });
      await prover.decline(other.id);
      await prover.decline(probe.id);
      expect(await showProbe(ben, probe.id)).toMatchObject({ state: 'declined' });
      expect(await prover.run(probe.id, probe.sha256)).toMatchObject({ ok: false, problem: { tag: 'conflict' } });
    });

    test('a hostile probe reads nothing, reaches nothing, writes nothing, and is ended', async () => {
      const outside = mkdtempSync(join(homedir(), '.rounds-prove-test-'));
      writeFileSync(join(outside, 'secret.txt'), 'planted secret');
      let asked = 0;
      const listening = createServer((_, answer) => {
        asked += 1;
        answer.end('reached');
      });
      await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
      const strict = createProver(app, { seconds: 8 });
      const code = `
        import fs from 'node:fs';
        const say = (what, work) => Promise.resolve().then(work).then((got) => console.log(what, 'done', String(got)), () => console.log(what, 'refused'));
        await say('home', () => fs.readFileSync(${JSON.stringify(join(outside, 'secret.txt'))}, 'utf8'));
        await say('journal', () => fs.readdirSync(${JSON.stringify(app.journal.home)}));
        await say('repository', () => fs.writeFileSync(${JSON.stringify(join(root, 'planted.txt'))}, 'x'));
        await say('network', () => fetch('http://127.0.0.1:${(listening.address() as AddressInfo).port}/').then((answer) => answer.text()));
        console.log('\\u001b]0;title\\u0007');
        process.on('SIGTERM', () => {});
        setInterval(() => {}, 1000);`;
      try {
        const probe = await addProbe(ben, shared.round, { path: 'probe.js', code });
        const { finding, run: ended } = await run(probe, strict);
        expect({ finding, ended }).toMatchObject({ finding: 'could-not-run', ended: { outcome: 'stopped', stoppedBy: 'time' } });
        expect(ended.output).toMatch(/^home refused\njournal refused\nrepository refused\nnetwork refused\n/);
        expect(asked).toBe(0);
        expect(existsSync(join(root, 'planted.txt'))).toBe(false);
      } finally {
        listening.close();
        rmSync(outside, { recursive: true, force: true });
      }
    });

    test('a run is stopped by its owner, and says so', async () => {
      const probe = await addProbe(ben, shared.round, { path: 'probe.js', code: "console.log('begun'); setInterval(() => {}, 1000);" });
      const begun = take(await prover.run(probe.id, probe.sha256));
      expect(await prover.run(probe.id, probe.sha256)).toMatchObject({ ok: false, problem: { tag: 'conflict' } });
      await new Promise<void>((resolve) => begun.run.follow({ onOutput: () => resolve(), onEnded: () => resolve() }));
      expect(take(await prover.listWaiting()).running).toEqual([probe.id]);
      take(prover.cancel(probe.id));
      expect(await begun.ended).toMatchObject({ finding: 'could-not-run', run: { stoppedBy: 'cancelled' } });
      expect(await showProbe(ben, probe.id)).toMatchObject({ state: 'ended' });
      expect(prover.cancel(probe.id)).toMatchObject({ ok: false });
    });

    test('the bundled code serves where the repository is gone, and another machine knows its hash from the team', async () => {
      rmSync(root, { recursive: true, force: true });
      const findings: string[] = [];
      for (const target of ['agent', 'fix'] as const) findings.push((await run(await addProbe(ben, shared.round, { target }))).finding);
      expect(findings).toEqual(['demonstrated', 'not-demonstrated']);
      expect(countTreesSent()).toBe(2);
      const elsewhere = openTestApp(makeHome(), () => new Date());
      await signIn(elsewhere, team.url, anna);
      const result = await run(await addProbe(ben, shared.round), createProver(elsewhere));
      expect(result.finding).toBe('demonstrated');
      await elsewhere.close();
    });
  });

  test('without a sandbox a partner’s probe is refused, one’s own is run', async () => {
    const open = createProver({ ...app, environment: { ...app.environment, variables: { ...app.environment.variables, PATH: '/nonexistent' } } });
    const [theirs, mine] = [await addProbe(ben, shared.round), await addProbe(anna, shared.round)];
    const waiting = take(await open.listWaiting());
    expect(waiting).toMatchObject({ sandbox: null, noSandbox: expect.stringContaining('bubblewrap') });
    expect(waiting.probes.map(({ isMine, hindrance }) => [isMine, hindrance !== null])).toEqual([
      [false, true],
      [true, false],
    ]);
    expect(await open.run(theirs.id, theirs.sha256)).toMatchObject({
      ok: false,
      problem: { tag: 'not-allowed', what: 'Without a sandbox only your own probes are run.' },
    });
    expect(await showProbe(ben, theirs.id)).toMatchObject({ state: 'pending' });
    expect(await run(mine, open)).toMatchObject({ finding: 'demonstrated', run: { sandbox: null } });
    expect(PROBE.code).toBe(theirs.probe?.code);
  });

  test('the partner’s machine cannot run what is not of their case', async () => {
    const probe = await addProbe(ben, shared.round);
    const bens = openTestApp(makeHome(), () => new Date());
    await signIn(bens, team.url, ben);
    const own = createProver(bens);
    expect(take(await own.listWaiting()).probes).toEqual([]);
    expect(await own.run(probe.id, probe.sha256)).toMatchObject({ ok: false, problem: { tag: 'not-allowed' } });
    await bens.close();
  });
});
