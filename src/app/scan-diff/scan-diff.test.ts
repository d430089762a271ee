import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { scanDiff } from './scan-diff.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rounds diff '));
  git('init', '-q', '-b', 'main');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function git(...args: string[]): string {
  const settings = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'commit.gpgSign=false', '-c', 'core.autocrlf=false'];
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_DIR: undefined };
  return execFileSync('git', [...settings, ...args], { cwd: root, encoding: 'utf8', env }).trim();
}

function write(path: string, text: string | Buffer): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function commit(): void {
  git('add', '-A');
  git('commit', '-q', '--allow-empty', '-m', 'a step');
}

async function scan(diff = 'HEAD~1..HEAD') {
  const scanned = await scanDiff({ diff, folder: root, all: false });
  if (!scanned.ok) throw new Error(scanned.problem.what);
  return scanned.value;
}
const places = async (diff?: string) => (await scan(diff)).findings.map(({ path, start, registered }) => `${path}:${start} ${registered.rule.meta.id}`);

const filler = (count: number): string => Array.from({ length: count }, (_, index) => `export const value${index} = ${index};\n`).join('');
const SWALLOWS = 'export function load() {\n  try {\n    read();\n  } catch {}\n}\n';

describe('commits', () => {
  test('of every shape git has are read, and lines are those of the new file', async () => {
    write('src/a.ts', filler(30));
    write('src/old.ts', filler(10));
    write('src/windows.ts', filler(3).replaceAll('\n', '\r\n'));
    write('src/gone.ts', filler(2));
    write('run.sh', 'true\n');
    commit();
    write('src/a.ts', filler(30) + SWALLOWS);
    renameSync(join(root, 'src/old.ts'), join(root, 'src/new.ts'));
    write('src/new.ts', filler(10) + SWALLOWS);
    write('src/windows.ts', (filler(3) + SWALLOWS).replaceAll('\n', '\r\n'));
    write('src/t\tab "ü".ts', SWALLOWS.trimEnd());
    write('src/data.bin', Buffer.from([0, 1, 2]));
    rmSync(join(root, 'src/gone.ts'));
    chmodSync(join(root, 'run.sh'), 0o755);
    git('update-index', '--add', '--cacheinfo', '160000,1111111111111111111111111111111111111111,lib');
    git('add', 'src', 'run.sh');
    git('commit', '-q', '-m', 'a step');
    expect(await places()).toEqual([
      'src/a.ts:34 error-silenced',
      'src/new.ts:14 error-silenced',
      'src/t\tab "ü".ts:4 error-silenced',
      'src/windows.ts:7 error-silenced',
    ]);
  });

  test("a merge shows only its own work against the branch's point of leaving", async () => {
    write('src/a.ts', filler(3));
    commit();
    git('switch', '-q', '-c', 'topic');
    write('src/a.ts', filler(3) + SWALLOWS);
    commit();
    git('switch', '-q', 'main');
    write('src/b.ts', SWALLOWS);
    commit();
    expect(await places('main...topic')).toEqual(['src/a.ts:7 error-silenced']);
  });

  test('that are not there are a problem in words, and no option of git', async () => {
    commit();
    for (const diff of ['nowhere..HEAD', '--output=x..y']) {
      const scanned = await scanDiff({ diff, folder: root, all: false });
      expect(scanned).toMatchObject({ ok: false, problem: { tag: 'bad-input' } });
    }
  });
});

test('a finding has the same fingerprint after lines came above it, and twins have different ones', async () => {
  const twice = `${SWALLOWS}\n${filler(9)}\n${SWALLOWS.replace('load', 'loadAgain')}`;
  write('src/a.ts', filler(3));
  commit();
  write('src/a.ts', filler(3) + twice);
  commit();
  const before = await scan();
  git('reset', '-q', '--hard', 'HEAD~1');
  write('src/a.ts', `// above\n${filler(3)}`);
  commit();
  write('src/a.ts', `// above\n${filler(3)}${twice}`);
  commit();
  const after = await scan();
  expect(after.findings.map(({ start }) => start)).toEqual(before.findings.map(({ start }) => start + 1));
  const prints = after.findings.map(({ fingerprint }) => fingerprint);
  expect(prints).toEqual(before.findings.map(({ fingerprint }) => fingerprint));
  expect(new Set(prints).size).toBe(prints.length);
});

test('code that only changed its file is not new', async () => {
  write('src/a.ts', SWALLOWS + filler(3));
  commit();
  write('src/a.ts', filler(3));
  write('src/b.ts', SWALLOWS);
  commit();
  expect(await places()).toEqual([]);
});

test('a patch is read from its file, and a line nobody wrote by hand does not stop the rest', async () => {
  const long = `+const data = '${'x'.repeat(2_000_000)}';`;
  const lines = SWALLOWS.trimEnd()
    .split('\n')
    .map((line) => `+${line}`);
  write('a.patch', `--- /dev/null\n+++ b/src/a.ts\n@@ -0,0 +1,${lines.length + 1} @@\n${[long, ...lines].join('\n')}\n`);
  expect(await places(join(root, 'a.patch'))).toEqual(['src/a.ts:5 error-silenced']);
});

test('what is neither a patch nor a range is wrong usage, and a file that is no patch is bad input', async () => {
  write('notes.txt', 'Nothing to see.\n');
  expect(await scanDiff({ diff: 'nowhere', folder: root, all: false })).toMatchObject({ ok: false, problem: { tag: 'wrong-usage' } });
  expect(await scanDiff({ diff: join(root, 'notes.txt'), folder: root, all: false })).toMatchObject({ ok: false, problem: { tag: 'bad-input' } });
});
