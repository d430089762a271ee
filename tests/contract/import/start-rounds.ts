/** A command line that goes on until it is told to end: its process, and what it has said so far. */
import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

const main = new URL('../../../src/cli/main.ts', import.meta.url).href;

export interface RunningRounds {
  /** Waits until both streams together hold the words; fails with what was said where they never come. */
  readonly until: (words: string) => Promise<string>;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Its exit code and everything it said. */
  readonly ended: Promise<{ code: number | null; stdout: string; stderr: string }>;
}

export function startRounds(args: readonly string[], home: string): RunningRounds {
  const script = `import(${JSON.stringify(main)}).then(({ main }) => main(process.argv.slice(1)))`;
  const child = spawn(process.execPath, ['--eval', script, '--', ...args], {
    cwd: home,
    env: { PATH: process.env['PATH'] ?? '', HOME: home, ROUNDS_HOME: `${home}/state` },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  return {
    until: async (words) => {
      for (let waited = 0; waited < 60_000; waited += 50) {
        if ((stdout + stderr).includes(words)) return stdout + stderr;
        await wait(50);
      }
      throw new Error(`It never said "${words}" but: ${stdout}${stderr}`);
    },
    kill: (signal) => void child.kill(signal),
    ended: new Promise((resolve) => child.once('close', (code) => resolve({ code, stdout, stderr }))),
  };
}
