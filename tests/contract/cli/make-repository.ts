/** A repository of its own for a test, and a home beside it. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runRounds, type RunOptions } from './run-rounds.ts';

export interface TestRepository {
  readonly root: string;
  readonly home: string;
  readonly git: (...args: string[]) => string;
  readonly commit: (message: string, files: Readonly<Record<string, string>>) => void;
  readonly rounds: (args: readonly string[], options?: Partial<RunOptions>) => ReturnType<typeof runRounds>;
  readonly remove: () => void;
}

export function makeRepository(): TestRepository {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'rounds repository ')));
  const home = mkdtempSync(join(tmpdir(), 'rounds-home-'));
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...args], { cwd: root, stdio: 'pipe', encoding: 'utf8' });
  git('init', '-q', '-b', 'main');
  return {
    root,
    home,
    git,
    commit(message, files) {
      for (const [name, text] of Object.entries(files)) {
        mkdirSync(dirname(join(root, name)), { recursive: true });
        writeFileSync(join(root, name), text);
      }
      git('add', '-A');
      git('commit', '-qm', message);
    },
    rounds: (args, options = {}) => runRounds(args, { home, ...options }),
    remove() {
      rmSync(root, { recursive: true, force: true });
      rmSync(home, { recursive: true, force: true });
    },
  };
}
