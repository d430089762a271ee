import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';

export interface ChildRun {
  readonly ms: number;
  readonly stdout: string;
}

export function runChild(args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildRun {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    env: { ...process.env, NO_COLOR: '1', ...env },
  });
  const ms = performance.now() - started;
  if (status !== 0 && status !== 3) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr.slice(-1000)}`);
  return { ms, stdout };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? Number.NaN) : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

/** Median milliseconds of `times` runs, after one that warms the page cache. */
export function medianMs(times: number, args: readonly string[], env?: Readonly<Record<string, string>>): number {
  runChild(args, env);
  return median(Array.from({ length: times }, () => runChild(args, env).ms));
}
