/** Starts a program, follows what it prints and uses, and ends it and all it started where it goes too far. */
import { spawn, type ChildProcess } from 'node:child_process';
import type { ProbeRun, StoppedBy } from '../../model/probe-run.ts';
import { createOutputKeeper } from './keep-output.ts';
import type { Limits } from './limits.ts';
import { measureProcesses } from './measure-processes.ts';

export interface ProgramToRun {
  /** The program and its arguments; no shell takes them apart. */
  readonly argv: readonly [string, ...string[]];
  /** The folder it starts in, where it is not a sandbox that says so. */
  readonly folder?: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly limits: Limits;
  readonly onOutput?: (text: string) => void;
  /** The person's own stop. */
  readonly signal?: AbortSignal;
}

export type LimitedRun = Omit<ProbeRun, 'command' | 'sandbox'>;

/** Often enough that a program which forks or allocates without end is stopped within its first moments. */
const LOOK_EVERY_MS = 100;

/** Never throws: a program that cannot be started is an outcome. */
export async function runLimited({ argv, folder, variables, limits, onOutput, signal }: ProgramToRun): Promise<LimitedRun> {
  const [program, ...args] = argv;
  const begun = performance.now();
  const kept = createOutputKeeper();
  let stoppedBy: StoppedBy | undefined;
  if (signal?.aborted) return { outcome: 'stopped', stoppedBy: 'cancelled', exitCode: null, durationMs: 0, output: '', cutBytes: 0 };

  // A group of its own, so that what it started ends with it.
  const child = spawn(program, args, {
    cwd: folder,
    env: variables,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const stop = (why: StoppedBy): void => {
    stoppedBy ??= why;
    endAll(child);
  };
  const onAbort = (): void => stop('cancelled');
  const timer = setTimeout(() => stop('time'), limits.seconds * 1000);
  const watch = setInterval(() => {
    const use = child.pid === undefined ? null : measureProcesses(child.pid);
    if (use && use.processes > limits.processes) stop('processes');
    else if (use && use.memoryBytes > limits.memoryBytes) stop('memory');
  }, LOOK_EVERY_MS);
  signal?.addEventListener('abort', onAbort, { once: true });
  const onBytes = (bytes: Buffer): void => {
    if (stoppedBy === 'output') return;
    const text = kept.add(bytes);
    onOutput?.(text);
    if (kept.bytes() > limits.outputBytes) stop('output');
  };
  child.stdout.on('data', onBytes);
  child.stderr.on('data', onBytes);

  const end = await new Promise<{ code: number | null; signal: NodeJS.Signals | null; error?: Error }>((resolve) => {
    child.once('error', (error) => resolve({ code: null, signal: null, error }));
    child.once('close', (code, killedBy) => resolve({ code, signal: killedBy }));
  });
  clearTimeout(timer);
  clearInterval(watch);
  signal?.removeEventListener('abort', onAbort);
  // A program may have ended and left others behind it.
  endAll(child);
  const run = { durationMs: Math.round(performance.now() - begun), ...kept.finish() };
  if (end.error) return { ...run, outcome: 'could-not-run', exitCode: null, why: `${program} could not be started: ${end.error.message}` };
  if (stoppedBy) return { ...run, outcome: 'stopped', stoppedBy, exitCode: null };
  return { ...run, outcome: end.code === 0 ? 'passed' : 'failed', exitCode: end.code, ...(end.signal ? { signal: end.signal } : {}) };
}

/** The group; where there are no groups, the process itself. */
function endAll(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    // All of them have ended.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
