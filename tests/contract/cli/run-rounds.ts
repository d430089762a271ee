/** The command line as another program meets it: a process of its own, started from the sources. */
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';

const main = new URL('../../../src/cli/main.ts', import.meta.url).href;

export interface RunOptions {
  readonly home: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** In milliseconds; a mining runs many suites. */
  readonly timeout?: number;
}

export function runRounds(args: readonly string[], { home, env = {}, cwd = home, timeout = 60_000 }: RunOptions): SpawnSyncReturns<string> {
  const script = `import(${JSON.stringify(main)}).then(({ main }) => main(process.argv.slice(1)))`;
  return spawnSync(process.execPath, ['--eval', script, '--', ...args], {
    encoding: 'utf8',
    cwd,
    env: { PATH: process.env['PATH'] ?? '', HOME: home, ROUNDS_HOME: `${home}/state`, ...env },
    maxBuffer: 1 << 26,
    timeout,
  });
}
