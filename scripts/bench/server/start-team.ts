/** A team server in a process of its own, with two people of a pair who share a case. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openEmbedded } from '../../../src/store/postgres/open-embedded.ts';
import type { Connection } from '../../../src/store/postgres/opened-postgres.ts';
import { createBrowser, type Browser } from '../../../tests/contract/team/create-browser.ts';
import { expectOk } from './expect-ok.ts';

export interface Team {
  readonly url: string;
  readonly pid: number;
  /** As the owner of the database, to make many rounds quickly. */
  readonly owner: Connection;
  readonly organisation: string;
  readonly people: readonly { readonly id: string; readonly token: string }[];
  readonly pair: string;
  readonly stop: () => Promise<void>;
}

const PASSWORD = 'correct horse battery';

export async function startTeam(root: string, folder: string): Promise<Team> {
  const server = spawn(process.execPath, [join(root, 'bin', 'rounds.js'), 'serve', '--port', '0'], {
    env: { ...process.env, ROUNDS_HOME: folder },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
  const url = String((await lines.next()).value);
  const link = String((await lines.next()).value);
  const owner = createBrowser(url);
  await expectOk(owner.post('/api/setup', { token: link.split('#')[1], organisation: 'Bench', name: 'Ada', email: 'ada@bench.example', password: PASSWORD }));
  const bob = await joinAsBob(owner, url);
  const people = await Promise.all(
    [owner, bob].map(async (who) => {
      const me = await read<{ id: string; organisation: { id: string } }>(who.get('/api/me'));
      const { token } = await read<{ token: string }>(who.post('/api/team/tokens', { name: 'bench' }));
      return { id: me.id, organisation: me.organisation.id, token };
    }),
  );
  const [ada, bobs] = people;
  if (!ada || !bobs) throw new Error('two people were asked for');
  const pair = await read<{ id: string }>(owner.post('/api/team/pairs', { name: 'Bench', people: [bobs.id] }));
  const database = await openEmbedded({ folder: join(folder, 'team', 'postgres'), own: folder });
  if (!database.ok) throw new Error(database.problem.what);
  return {
    url,
    pid: server.pid ?? 0,
    owner: database.value.owner,
    organisation: ada.organisation,
    people,
    pair: pair.id,
    stop: async () => {
      await database.value.close();
      server.kill('SIGTERM');
      await once(server, 'exit');
    },
  };
}

async function joinAsBob(owner: Browser, url: string): Promise<Browser> {
  const { link } = await read<{ link: string }>(owner.post('/api/team/invitations', { email: 'bob@bench.example' }));
  const bob = createBrowser(url);
  await expectOk(bob.post('/api/join', { token: link.split('#')[1], name: 'Bob', password: PASSWORD }));
  return bob;
}

async function read<T>(asked: Promise<Response>): Promise<T> {
  return (await expectOk(asked)).json() as Promise<T>;
}
