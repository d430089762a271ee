/** Runs a program on an exported tree, shut in where this machine can do that. The tree itself is never changed. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import type { ProbeRun } from '../model/probe-run.ts';
import type { Limits } from './limits/limits.ts';
import { runLimited } from './limits/run-limited.ts';
import type { Sandbox } from './sandbox/find-sandbox.ts';
import { COPY_THEN_RUN, toSandboxArguments, TREE_INSIDE, type ReadableFolder } from './sandbox/to-sandbox-arguments.ts';

export interface TreeRun {
  /** Folder of the exported tree. */
  readonly tree: string;
  /** The program, absolute or found on the path, and its arguments; paths within the tree are relative to it. */
  readonly argv: readonly [string, ...string[]];
  /** How the command is shown. */
  readonly shownAs: string;
  /** Folders it may read beside the tree: tools, and dependencies at their place in the tree (`at` relative to it). */
  readonly readable: readonly ReadableFolder[];
  readonly variables: Readonly<Record<string, string>>;
  readonly limits: Limits;
  readonly onOutput?: (text: string) => void;
  readonly signal?: AbortSignal;
}

export async function runInSandbox(sandbox: Sandbox, run: TreeRun): Promise<ProbeRun> {
  return sandbox.kind === 'none' ? runOpenly(run) : runShutIn(sandbox, run);
}

async function runShutIn({ program, version }: Extract<Sandbox, { kind: 'bubblewrap' }>, run: TreeRun): Promise<ProbeRun> {
  const { tree, limits, onOutput, signal } = run;
  const readable = run.readable.map(({ from, at = from }) => ({ from, at: isAbsolute(at) ? at : join(TREE_INSIDE, at) }));
  const variables = { ...run.variables, PATH: toPath(run.argv[0], '/usr/local/bin:/usr/bin:/bin') };
  const args = toSandboxArguments({ tree, readable, variables, limits });
  const ended = await runLimited({ argv: [program, ...args, ...COPY_THEN_RUN, ...run.argv], variables: {}, limits, ...toOptional(onOutput, signal) });
  return { command: run.shownAs, ...ended, sandbox: `bubblewrap ${version}` };
}

/** Only ever asked for with one's own code: on a copy of the tree, with the same limits but nothing that contains it. */
async function runOpenly({ tree, argv, shownAs, readable, variables, limits, onOutput, signal }: TreeRun): Promise<ProbeRun> {
  const folder = mkdtempSync(join(tmpdir(), 'rounds-probe-'));
  try {
    cpSync(tree, folder, { recursive: true, verbatimSymlinks: true });
    // Installed packages may be gigabytes: they are linked, not copied.
    for (const { from, at } of readable) if (at !== undefined && !isAbsolute(at)) linkFolder(from, join(folder, at));
    const own = { HOME: folder, PATH: toPath(argv[0], process.env['PATH'] ?? ''), CI: 'true', ...variables };
    const ended = await runLimited({ argv, folder, variables: own, limits, ...toOptional(onOutput, signal) });
    return { command: shownAs, ...ended, sandbox: null };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function linkFolder(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  symlinkSync(from, to, 'junction');
}

/** A tool's own folder first, so that it finds its companions. */
const toPath = (program: string, path: string): string => (isAbsolute(program) ? `${dirname(program)}:${path}` : path);

const toOptional = (onOutput: TreeRun['onOutput'], signal: TreeRun['signal']) => ({ ...(onOutput ? { onOutput } : {}), ...(signal ? { signal } : {}) });
