/** `rounds serve` as whoever runs it meets it: processes of their own, on the database that comes with Rounds. */
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, it } from 'vitest';
import { describeWithStore } from '../../../src/store/testing/start-test-store.ts';
import { runRounds } from '../cli/run-rounds.ts';
import { createBrowser } from './create-browser.ts';
import { PASSWORD } from './start-test-team.ts';

const main = new URL('../../../src/cli/main.ts', import.meta.url).href;

interface Served {
  readonly url: string;
  readonly nextLine: () => Promise<string>;
  readonly stop: (signal: NodeJS.Signals) => Promise<number | null>;
}

describeWithStore('rounds serve', () => {
  const home = mkdtempSync(join(tmpdir(), 'rounds-serve-'));
  // PostgreSQL does not run as root: its user must come through to data in here.
  chmodSync(home, 0o755);
  const children: ChildProcess[] = [];
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    // Whoever was killed left its PostgreSQL behind; the next one that comes and goes properly takes it along.
    await (await serve()).stop('SIGTERM');
    rmSync(home, { recursive: true, force: true });
  });

  async function serve(...options: readonly string[]): Promise<Served> {
    const child = spawn(
      process.execPath,
      ['--eval', `import(${JSON.stringify(main)}).then(({ main }) => main(${JSON.stringify(['serve', '--port', '0', ...options])}))`],
      { env: { PATH: process.env['PATH'] ?? '', HOME: home, ROUNDS_HOME: join(home, 'state') }, stdio: ['ignore', 'pipe', 'ignore'] },
    );
    children.push(child);
    if (!child.stdout) throw new Error('no output');
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const nextLine = async (): Promise<string> => String((await lines.next()).value ?? '');
    return {
      url: await nextLine(),
      nextLine,
      stop: (signal) =>
        new Promise((resolve) => {
          child.once('exit', resolve);
          child.kill(signal);
        }),
    };
  }

  it('prints its address and the set-up link, until there is an organisation', async () => {
    const first = await serve();
    const link = await first.nextLine();
    expect(link.startsWith(`${first.url}/setup#`)).toBe(true);
    const second = await serve();
    const owner = createBrowser(second.url);
    // Both serve one database: a link of the one sets up the other.
    const given = { token: link.split('#')[1], organisation: 'Acme', name: 'Ada', email: 'ada@acme.example', password: PASSWORD };
    expect((await owner.post('/api/setup', given)).status).toBe(204);
    const cookie = owner.cookies();
    expect((await fetch(`${first.url}/api/me`, { headers: { cookie } })).status).toBe(200);

    expect(await first.stop('SIGTERM')).toBe(0);
    expect((await owner.get('/api/me')).status).toBe(200);
    expect(await second.stop('SIGINT')).toBe(0);

    const again = await serve('--new-organisation');
    expect((await fetch(`${again.url}/api/me`, { headers: { cookie } })).status).toBe(200);
    expect(await again.nextLine()).toContain('/setup#');
    await again.stop('SIGKILL');
    const afterKill = await serve();
    expect((await fetch(`${afterKill.url}/api/me`, { headers: { cookie } })).status).toBe(200);
    expect(await afterKill.stop('SIGTERM')).toBe(0);
  });

  it.each([
    [['--host', '0.0.0.0'], {}],
    [['--url', 'rounds.example.org'], {}],
    [['--url', 'https://rounds.example.org/team'], {}],
    [[], { ROUNDS_OIDC_ISSUER: 'https://login.example.org' }],
  ])('refuses what would not work before it begins: %j %j', (options, env) => {
    const refused = runRounds(['serve', ...options], { home, env });
    expect([refused.status, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).not.toBe('');
  });
});
