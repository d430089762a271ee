/** A real team server over a real database, and browsers that keep its cookies. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MadeInvitation, Me } from '../../../src/model/api/team/accounts.ts';
import type { TestMailServer } from '../../../src/mail/testing/start-test-mail-server.ts';
import type { OidcSettings } from '../../../src/server/team/auth/read-oidc-settings.ts';
import { createLineLog } from '../../../src/server/team/log/create-line-log.ts';
import { startTeamServer, type RunningTeamServer } from '../../../src/server/team/start-team-server.ts';
import { openKeys } from '../../../src/store/keys/open-keys.ts';
import { startTestStore, type TestStore } from '../../../src/store/testing/start-test-store.ts';
import { take } from '../server/start-test-server.ts';
import { createBrowser, type Browser } from './create-browser.ts';

export const PASSWORD = 'correct horse battery';

export interface TestTeam extends RunningTeamServer {
  readonly database: TestStore;
  readonly keyFolder: string;
  readonly bugs: readonly unknown[];
  /** All lines of the log so far. */
  readonly logged: () => string;
  readonly browser: () => Browser;
  /** A new organisation and its owner, signed in. */
  readonly foundOrganisation: (name: string) => Promise<Browser>;
  /** Someone invited by `by`, who has joined. */
  readonly join: (by: Browser, email: string, role?: Me['role']) => Promise<Browser>;
  readonly stop: () => Promise<void>;
}

export interface TestTeamOptions {
  readonly clock?: () => Date;
  readonly oidc?: (url: string) => OidcSettings;
  readonly port?: number;
  readonly recheckStreamsMs?: number;
  readonly mail?: TestMailServer;
  readonly digestEveryMs?: number;
}

export async function startTestTeam({
  clock = () => new Date(),
  oidc,
  port = 0,
  recheckStreamsMs,
  mail,
  digestEveryMs = 30,
}: TestTeamOptions = {}): Promise<TestTeam> {
  const database = await startTestStore();
  const folder = mkdtempSync(join(tmpdir(), 'rounds-team-'));
  mkdirSync(join(folder, 'web'));
  writeFileSync(join(folder, 'web', 'index.html'), '<!doctype html><title>Rounds</title>');
  const bugs: unknown[] = [];
  let logged = '';
  const running = take(
    await startTeamServer({
      database,
      host: '127.0.0.1',
      port,
      addresses: null,
      keys: take(openKeys({ folder: join(folder, 'keys'), variables: {} })),
      oidc: oidc?.(`http://127.0.0.1:${port}`) ?? null,
      mail: mail?.settings ?? null,
      trustedProxies: [],
      webRoot: join(folder, 'web'),
      log: createLineLog({ write: (line) => (logged += line), clock }),
      clock,
      reportBug: (error) => bugs.push(error),
      recheckStreamsMs,
      mailEveryMs: { deliver: 30, digest: digestEveryMs },
    }),
  );
  const browser = (): Browser => createBrowser(running.url);
  let links = 0;
  return {
    ...running,
    database,
    keyFolder: join(folder, 'keys'),
    bugs,
    logged: () => logged,
    browser,
    async foundOrganisation(name) {
      const { makeSetUpLink } = await import('../../../src/app/team/accounts/make-set-up-link.ts');
      const owner = browser();
      const token = (await makeSetUpLink(running.app)).split('#')[1];
      links += 1;
      const answered = await owner.post('/api/setup', {
        token,
        organisation: name,
        name: `Owner of ${name}`,
        email: `owner${links}@${name}.example`,
        password: PASSWORD,
      });
      if (answered.status !== 204) throw new Error(`set-up answered ${answered.status}`);
      return owner;
    },
    async join(by, email, role = 'member') {
      const invited = await by.post('/api/team/invitations', { email, role });
      const { link } = (await invited.json()) as MadeInvitation;
      const joined = browser();
      const answered = await joined.post('/api/join', { token: link.split('#')[1], name: email.split('@')[0], password: PASSWORD });
      if (answered.status !== 204) throw new Error(`joining answered ${answered.status}`);
      return joined;
    },
    stop: async () => {
      await running.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
