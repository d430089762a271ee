/** A team server in a process of its own, with pairs of people who share cases. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openEmbedded } from '../../../src/store/postgres/open-embedded.ts';
import type { Connection } from '../../../src/store/postgres/opened-postgres.ts';
import { createBrowser, type Browser } from '../../../tests/contract/team/create-browser.ts';
import { expectOk } from './expect-ok.ts';

export interface Person {
  readonly id: string;
  readonly token: string;
}

export interface Pair {
  readonly id: string;
  readonly people: readonly [Person, Person];
}

export interface Team {
  readonly url: string;
  readonly pid: number;
  /** As the owner of the database, to make many rounds quickly. */
  readonly owner: Connection;
  readonly organisation: string;
  readonly pairs: readonly Pair[];
  /** Of all pairs. */
  readonly people: readonly Person[];
  readonly stop: () => Promise<void>;
}

const PASSWORD = 'correct horse battery';

export async function startTeam(root: string, folder: string, pairCount: number): Promise<Team> {
  const server = spawn(process.execPath, [join(root, 'bin', 'rounds.js'), 'serve', '--port', '0'], {
    env: { ...process.env, ROUNDS_HOME: folder },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
  const url = String((await lines.next()).value);
  const link = String((await lines.next()).value);
  const owner = createBrowser(url);
  await expectOk(owner.post('/api/setup', { token: link.split('#')[1], organisation: 'Bench', name: 'Ada', email: 'ada@bench.example', password: PASSWORD }));
  const { organisation } = await read<{ organisation: { id: string } }>(owner.get('/api/me'));
  const pairs: Pair[] = [];
  for (let n = 1; n <= pairCount; n += 1) {
    const [ada, bob] = [await joinAs(owner, url, `ada${n}`), await joinAs(owner, url, `bob${n}`)];
    const { id } = await read<{ id: string }>(ada.browser.post('/api/team/pairs', { name: `Pair ${n}`, people: [bob.id] }));
    pairs.push({ id, people: [ada, bob] });
  }
  const database = await openEmbedded({ folder: join(folder, 'team', 'postgres'), own: folder });
  if (!database.ok) throw new Error(database.problem.what);
  return {
    url,
    pid: server.pid ?? 0,
    owner: database.value.owner,
    organisation: organisation.id,
    pairs,
    people: pairs.flatMap(({ people }) => people),
    stop: async () => {
      await database.value.close();
      server.kill('SIGTERM');
      await once(server, 'exit');
    },
  };
}

async function joinAs(owner: Browser, url: string, name: string): Promise<Person & { browser: Browser }> {
  const { link } = await read<{ link: string }>(owner.post('/api/team/invitations', { email: `${name}@bench.example` }));
  const browser = createBrowser(url);
  await expectOk(browser.post('/api/join', { token: link.split('#')[1], name, password: PASSWORD }));
  const { id } = await read<{ id: string }>(browser.get('/api/me'));
  const { token } = await read<{ token: string }>(browser.post('/api/team/tokens', { name: 'bench' }));
  return { id, token, browser };
}

async function read<T>(asked: Promise<Response>): Promise<T> {
  return (await expectOk(asked)).json() as Promise<T>;
}
