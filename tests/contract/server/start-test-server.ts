/** A real server over a real journal in a folder of its own. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '../../../src/app/app.ts';
import { openApp } from '../../../src/app/open-app.ts';
import type { Problem } from '../../../src/model/problem.ts';
import type { Result } from '../../../src/model/result.ts';
import { startServer, type RunningServer } from '../../../src/server/start-server.ts';

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface Sent {
  readonly method?: string;
  /** Sent as it is: nothing tidies `..` away. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface TestServer extends RunningServer {
  readonly app: App;
  readonly home: string;
  readonly webRoot: string;
  readonly port: number;
  readonly token: string;
  readonly bugs: unknown[];
  /** One request exactly as given, with the token unless another authorization is. */
  readonly send: (sent: Sent) => Promise<Answered>;
  readonly stop: () => Promise<void>;
}

export const take = <T>(result: Result<T, Problem>): T => {
  if (!result.ok) throw new Error(`${result.problem.what} ${result.problem.why ?? ''}`);
  return result.value;
};

export function makeHome(): string {
  return mkdtempSync(join(tmpdir(), 'rounds-server-'));
}

export function openTestApp(home: string, clock: () => Date): App {
  const environment = {
    variables: { ROUNDS_HOME: join(home, 'rounds') },
    platform: process.platform,
    userHome: home,
    folder: home,
    version: '0.0.0',
    demoFolder: join(home, 'demo'),
  };
  return take(openApp({ environment, clock }));
}

export async function startTestServer({
  home = makeHome(),
  port = 0,
  clock = () => new Date(),
}: { home?: string; port?: number; clock?: () => Date } = {}): Promise<TestServer> {
  const app = openTestApp(home, clock);
  const webRoot = makeWebRoot(home);
  const bugs: unknown[] = [];
  const running = take(await startServer({ app, port, webRoot, reportBug: (error) => bugs.push(error) }));
  const token = new URL(running.url).searchParams.get('token') ?? '';
  const own = Number(new URL(running.origin).port);
  return {
    ...running,
    app,
    home,
    webRoot,
    port: own,
    token,
    bugs,
    send: (sent) => sendTo(own, { ...sent, headers: { authorization: `Bearer ${token}`, ...sent.headers } }),
    stop: async () => {
      await running.close();
      await app.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function makeWebRoot(home: string): string {
  const root = join(home, 'web');
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>Rounds</title>');
  writeFileSync(join(root, 'assets', 'app-1a2b3c4d.js'), 'plain');
  writeFileSync(join(root, 'assets', 'app-1a2b3c4d.js.br'), 'packed');
  writeFileSync(join(home, 'secret.txt'), 'SECRET');
  return root;
}

export function sendTo(port: number, { method = 'GET', path, headers = {}, body }: Sent): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(chunks).toString('utf8') }));
      incoming.on('error', reject);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
