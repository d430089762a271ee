import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface RunningTeam {
  readonly url: string;
  /** Makes the first organisation; empty where there is one. */
  readonly setUpLink: string;
  readonly stop: () => Promise<void>;
}

/** `rounds serve` with a PostgreSQL of its own, as somebody starts it for their team. `of`: a folder whose team there is already. `port`: 0 for any. */
export async function startTeam(variables: Readonly<Record<string, string>> = {}, of?: string, port = 0): Promise<RunningTeam> {
  const folder = of ?? mkdtempSync(join(tmpdir(), 'rounds-team-e2e-'));
  const home = join(folder, 'home');
  mkdirSync(home, { recursive: true });
  const server = spawn(process.execPath, [join(root, 'bin', 'rounds.js'), 'serve', '--port', String(port)], {
    cwd: home,
    env: { PATH: process.env['PATH'], HOME: home, ROUNDS_HOME: join(folder, 'rounds'), NO_COLOR: '1', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  let [said, complained] = ['', ''];
  server.stderr.on('data', (piece: Buffer) => (complained += piece.toString()));
  const [url, setUpLink] = await new Promise<[string, string]>((resolve, reject) => {
    server.stdout.on('data', (piece: Buffer) => {
      const [address, link] = (said += piece.toString()).match(/http:\/\/\S+(?=\n)/g) ?? [];
      if (address !== undefined && (of !== undefined || link !== undefined)) resolve([address, link ?? '']);
    });
    void ended.then(() => reject(new Error(`The team server ended. It said: ${complained}`)));
  });
  return {
    url,
    setUpLink,
    async stop() {
      server.kill('SIGTERM');
      await ended;
      if (of === undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}
