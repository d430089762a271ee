import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface RunningRounds {
  /** The address that lets a browser in. */
  readonly enter: string;
  readonly origin: string;
  /** Ends it as a power cut would: no goodbye, nothing flushed. */
  readonly kill: () => Promise<void>;
}

export interface Machine {
  /** Where its Rounds keeps everything. */
  readonly home: string;
  readonly start: (...args: string[]) => Promise<RunningRounds>;
  readonly remove: () => void;
}

/** A machine of its own: an empty home, with transcripts (their content) put where Claude Code keeps them. */
export function createMachine(transcripts: readonly string[] = []): Machine {
  const folder = mkdtempSync(join(tmpdir(), 'rounds-e2e-'));
  const home = join(folder, 'home');
  const projects = join(home, '.claude', 'projects', 'demo');
  mkdirSync(projects, { recursive: true });
  for (const [index, transcript] of transcripts.entries()) writeFileSync(join(projects, `${index}.jsonl`), transcript);
  const running = new Set<ChildProcess>();

  const start = (...args: string[]): Promise<RunningRounds> =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [join(root, 'bin', 'rounds.js'), '--no-open', ...args], {
        cwd: home,
        env: { PATH: process.env['PATH'], HOME: home, USERPROFILE: home, ROUNDS_HOME: join(folder, 'rounds'), NO_COLOR: '1' },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      running.add(child);
      const ended = new Promise<void>((end) => {
        child.once('exit', () => {
          running.delete(child);
          end();
        });
      });
      let said = '';
      child.stderr.on('data', (piece: Buffer) => {
        said += piece.toString();
      });
      child.stdout.on('data', (piece: Buffer) => {
        const enter = /http:\/\/\S+/.exec(piece.toString())?.[0];
        if (enter === undefined) return;
        resolve({
          enter,
          origin: new URL(enter).origin,
          kill: () => {
            child.kill('SIGKILL');
            return ended;
          },
        });
      });
      child.once('error', reject);
      void ended.then(() => reject(new Error(`Rounds ended before it printed its address. It said: ${said}`)));
    });

  return {
    home: join(folder, 'rounds'),
    start,
    remove: () => {
      for (const child of running) child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}
