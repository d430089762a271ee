/**
 * Servers and their PostgreSQL are killed at random moments while people seal. What was acknowledged is there afterwards.
 * ROUNDS_CRASHES says how often (100 takes some minutes).
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import type { TeamRound } from '../../../src/model/team/team-round.ts';
import { describeWithStore } from '../../../src/store/testing/start-test-store.ts';
import { createBrowser } from './create-browser.ts';
import { sampleCase, sampleJudgement } from './sample-case.ts';
import { PASSWORD } from './start-test-team.ts';
import { whoIs } from './read.ts';

const CRASHES = Number(process.env['ROUNDS_CRASHES'] ?? 4);
const SEALERS = 4;
const BACK_WITHIN_MS = 60_000;
const main = new URL('../../../src/cli/main.ts', import.meta.url).href;

interface Server {
  readonly port: number;
  child: ChildProcess;
}

describeWithStore(`${CRASHES} sudden ends under load`, () => {
  const home = mkdtempSync(join(tmpdir(), 'rounds-crash-'));
  // So that a server which must not be root's finds its data there.
  chmodSync(home, 0o755);
  const servers: Server[] = [];
  afterAll(async () => {
    for (const { child } of servers) {
      child.kill('SIGTERM');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    }
    rmSync(home, { recursive: true, force: true });
  });

  function serve(port: number): { child: ChildProcess; lines: AsyncIterator<string> } {
    const child = spawn(
      process.execPath,
      ['--eval', `import(${JSON.stringify(main)}).then(({ main }) => main(${JSON.stringify(['serve', '--port', String(port)])}))`],
      { env: { PATH: process.env['PATH'] ?? '', HOME: home, ROUNDS_HOME: join(home, 'state') }, stdio: ['ignore', 'pipe', 'ignore'] },
    );
    if (!child.stdout) throw new Error('no output');
    return { child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() };
  }

  it(
    'loses no seal that was acknowledged, and people carry on at the other server',
    async () => {
      const first = serve(0);
      const url = String((await first.lines.next()).value);
      const link = String((await first.lines.next()).value);
      servers.push({ port: Number(new URL(url).port), child: first.child });
      const second = serve(0);
      servers.push({ port: Number(new URL(String((await second.lines.next()).value)).port), child: second.child });
      const [here, there] = servers.map(({ port }) => `http://127.0.0.1:${port}`) as [string, string];

      const ada = createBrowser(here);
      await ada.post('/api/setup', { token: link.split('#')[1], organisation: 'Acme', name: 'Ada', email: 'ada@acme.example', password: PASSWORD });
      const invited = (await (await ada.post('/api/team/invitations', { email: 'bob@acme.example' })).json()) as { link: string };
      const bob = createBrowser(here);
      await bob.post('/api/join', { token: invited.link.split('#')[1], name: 'Bob', password: PASSWORD });
      const tokenOf = async (who: typeof ada): Promise<string> =>
        ((await (await who.post('/api/team/tokens', { name: 'test' })).json()) as { token: string }).token;
      const [adas, bobs] = [await tokenOf(ada), await tokenOf(bob)];
      const bobsId = (await whoIs(bob)).id;
      const pair = ((await (await ada.post('/api/team/pairs', { name: 'Two', people: [bobsId] })).json()) as { id: string }).id;
      const shared = ((await (await ada.post('/api/team/cases', sampleCase(pair))).json()) as { id: string }).id;

      const acknowledged = new Map<string, string>();
      /** Seals acknowledged by the other server while one was away. */
      let carriedOn = 0;
      const stopping = new AbortController();
      const sealers = Array.from({ length: SEALERS }, async (_, lane) => {
        for (let count = 0; !stopping.signal.aborted; count += 1) {
          const called = await ask<TeamRound>(adas, '/api/team/rounds', { case: shared, people: [bobsId] });
          if (!called) continue;
          const reason = `sealed by lane ${lane}, ${count}`;
          const sealed = await ask<TeamRound>(bobs, `/api/team/rounds/${called.id}/seal`, sampleJudgement(reason));
          if (sealed) acknowledged.set(called.id, reason);
        }
      });

      for (let crash = 0; crash < CRASHES; crash += 1) {
        await sleep(30 + Math.random() * 400);
        const before = acknowledged.size;
        const isServer = crash % 2 === 1;
        if (isServer) await killServer(servers[(crash >> 1) % servers.length] as Server);
        else killPostgres(home);
        await untilBack();
        if (isServer) carriedOn += acknowledged.size - before;
      }
      stopping.abort();
      await Promise.all(sealers);
      expect(acknowledged.size).toBeGreaterThan(CRASHES);
      expect(carriedOn).toBeGreaterThan(0);

      for (const [id, reason] of acknowledged) {
        const seen = await fetch(`${here}/api/team/rounds/${id}/pass`, { method: 'POST', headers: { authorization: `Bearer ${adas}` } });
        const { answers } = (await seen.json()) as TeamRound;
        expect(answers?.find(({ person }) => person === bobsId)?.judgement?.reason).toBe(reason);
      }

      /** From whichever server answers; null where neither acknowledged it. */
      async function ask<T>(token: string, path: string, body: unknown): Promise<T | null> {
        for (const at of Math.random() < 0.5 ? [here, there] : [there, here]) {
          try {
            const answered = await fetch(at + path, {
              method: 'POST',
              headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
              body: JSON.stringify(body),
            });
            if (answered.ok) return (await answered.json()) as T;
            await answered.text();
            // Refused by the store, perhaps because the first server had taken it after all.
            if (answered.status < 500) return null;
          } catch {
            // This server is gone: the other may be there.
          }
        }
        await sleep(50);
        return null;
      }

      async function killServer(server: Server): Promise<void> {
        server.child.kill('SIGKILL');
        await once(server.child, 'exit');
        const again = serve(server.port);
        server.child = again.child;
      }

      async function untilBack(): Promise<void> {
        const end = Date.now() + BACK_WITHIN_MS;
        for (const at of [here, there]) {
          for (;;) {
            const answered = await fetch(`${at}/api/team/rounds`, { headers: { authorization: `Bearer ${bobs}` } }).catch(() => null);
            await answered?.text();
            if (answered?.ok) break;
            if (Date.now() > end) throw new Error(`${at} did not come back: ${answered?.status ?? 'no answer'}`);
            await sleep(50);
          }
        }
      }
    },
    CRASHES * 60_000 + 60_000,
  );
});

function killPostgres(home: string): void {
  const pid = Number(readFileSync(join(home, 'state', 'team', 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
  process.kill(pid, 'SIGKILL');
}
