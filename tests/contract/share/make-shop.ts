/** A person's machine: a repository, a session in it with a moment, and secrets in every corner. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { App } from '../../../src/app/app.ts';
import { openApp } from '../../../src/app/open-app.ts';
import { importTranscripts } from '../../../src/app/import/import-transcripts.ts';
import type { Moment } from '../../../src/model/moment.ts';
import { writeSession, type Step } from '../server/write-session.ts';

export const SECRETS = {
  inPrompt: 'ghp_a8Kd03jfLs92kdjfA8s7d6f5g4h3j2k1l0Zx',
  inLater: 'ghp_Zk2mQ0h3xVq9tJ8nR4sW1yB6cD5eF0gH2iK3',
  inTree: 'ghp_B7nXq2LmV9sR4tYwK1zP8cD3fG6hJ5uE0oAi',
  inPath: 'ghp_Q1wE2rT3yU4iO5pA6sD7fG8hJ9kL0zX1cV2b',
  /** Named in one file of the tree only; the session prints it without a name. */
  named: 'pX7vQ2mN9rT4wK8zB3cL6',
  inEnvironment: 'sup3r-s3cret-environment-value',
} as const;

export const MAIL = 'maria.lindqvist@northwind-traders.se';

const COMMITTED: Readonly<Record<string, string>> = {
  'src/total.ts': 'export function total(items: number[]): number {\n  const sum = items.reduce((a, b) => a + b, 0);\n  return sum / items.length;\n}\n',
  'test/total.test.ts': "import { total } from '../src/total.ts';\n",
  'package.json': '{ "name": "shop", "scripts": { "test": "node --test" } }\n',
  'config/deploy.yml': `api_token: ${SECRETS.inTree}\npassword: "${SECRETS.named}"\n`,
  'src/mail.ts': `export const owner = '${MAIL}';\n`,
  '.gitignore': 'dist/\n*.local\n',
  '.env': `DATABASE_PASSWORD=${SECRETS.inEnvironment}\n`,
  'dist/old.js': 'tracked although ignored\n',
  [`keys/${SECRETS.inPath}.ts`]: 'export {};\n',
  'docs/notes.md': '# Notes\n',
  'big.dat': 'version https://git-lfs.github.com/spec/v1\noid sha256:abc\nsize 12\n',
};

export const WISHED = 'return items.length === 0 ? 0 : sum / items.length;';
export const LATER = 'An empty basket must raise an error, because the checkout relies on it.';

export interface Shop {
  readonly home: string;
  readonly repository: string;
  readonly app: App;
  readonly moment: Moment;
  readonly git: (...args: string[]) => string;
  readonly remove: () => Promise<void>;
}

export async function makeShop({ steps = STEPS, commitAfter = true }: { steps?: readonly Step[]; commitAfter?: boolean } = {}): Promise<Shop> {
  const parent = mkdtempSync(join(tmpdir(), 'rounds share '));
  const userHome = join(parent, 'home', 'maria');
  const repository = join(userHome, 'code', 'shop');
  mkdirSync(repository, { recursive: true });
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=Maria', '-c', 'user.email=maria@example.org', '-c', 'commit.gpgsign=false', ...args], {
      cwd: repository,
      encoding: 'utf8',
      env: { ...process.env, GIT_AUTHOR_DATE: when(args), GIT_COMMITTER_DATE: when(args), GIT_CONFIG_GLOBAL: '/dev/null' },
    }).trim();
  git('init', '-q', '-b', 'main');
  for (const [path, text] of Object.entries(COMMITTED)) write(repository, path, text);
  writeFileSync(join(repository, 'logo.png'), Buffer.from([0x89, 0x50, 0, 1, 2]));
  symlinkSync('/etc/passwd', join(repository, 'link'));
  git('add', '--force', '.');
  git('commit', '-qm', 'Start');
  const home = join(parent, 'rounds');
  const file = join(parent, 'sessions', 'shop.jsonl');
  writeSession(file, { id: 'shop', cwd: repository, startedAt: '2026-03-02T09:00:00.000Z', steps });
  if (commitAfter) {
    write(
      repository,
      'src/total.ts',
      COMMITTED['src/total.ts']?.replace('return sum / items.length;', "if (items.length === 0) throw new Error('empty');\n  return sum / items.length;") ?? '',
    );
    git('commit', '-qam', 'Mend');
  }
  const opened = openApp({
    environment: { variables: { ROUNDS_HOME: home }, platform: 'linux', userHome, folder: parent, version: '1.2.3', demoFolder: '/nowhere' },
    clock: () => new Date('2026-03-03T10:00:00Z'),
  });
  if (!opened.ok) throw new Error(opened.problem.what);
  const app = opened.value;
  const imported = await importTranscripts(app, { paths: [file] });
  if (!imported.ok) throw new Error(imported.problem.what);
  const moment =
    app.journal.moments
      .list(50, 0)
      .map((record) => record.moment)
      .find(({ shape }) => shape === 'edit') ?? app.journal.moments.list(1, 0)[0]?.moment;
  if (!moment) throw new Error('The session has no moment.');
  return {
    home,
    repository,
    app,
    moment,
    git,
    remove: async () => {
      await app.close();
      rmSync(parent, { recursive: true, force: true });
    },
  };
}

/** The first commit is from before the session, every other from after it. */
const when = (args: readonly string[]): string => (args.includes('Start') ? '2026-03-01T08:00:00Z' : '2026-03-02T18:00:00Z');

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

export const STEPS: readonly Step[] = [
  { prompt: `The total is wrong when the basket is empty. Please fix it. The token is ${SECRETS.inPrompt}, tell ${MAIL}.` },
  { run: 'cat config/deploy.yml | tail -1 | cut -c12-', prints: `${SECRETS.named}` },
  { edit: 'src/total.ts', from: '  return sum / items.length;', to: `  ${WISHED}` },
  { say: 'Fixed: the total is right now and all tests pass. I wrote it down in /home/maria/notes/acme/plan.md as well.' },
  { prompt: `No, that is wrong. ${LATER} The token is ${SECRETS.inLater}.` },
  { say: 'You are right, I was wrong about that.' },
];
