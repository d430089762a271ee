/** Whether programs can be shut in on this machine: bubblewrap must be there and be allowed to work. */
import { runLimited } from '../limits/run-limited.ts';
import { PROBE_LIMITS } from '../limits/limits.ts';
import { findProgram } from './find-program.ts';
import { toSandboxArguments } from './to-sandbox-arguments.ts';

export type Sandbox = { readonly kind: 'bubblewrap'; readonly program: string; readonly version: string } | { readonly kind: 'none'; readonly why: string };

const SECONDS_TO_ANSWER = 10;

export async function findSandbox(
  variables: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
): Promise<Sandbox> {
  if (platform !== 'linux') return { kind: 'none', why: 'Programs can be shut in on Linux only, with bubblewrap.' };
  const program = findProgram('bwrap', variables['PATH']);
  if (program === null) return { kind: 'none', why: 'bubblewrap is not installed (its program is called bwrap).' };
  const limits = { ...PROBE_LIMITS, seconds: SECONDS_TO_ANSWER };
  const version = await runLimited({ argv: [program, '--version'], variables: {}, limits });
  const args = toSandboxArguments({ tree: null, readable: [], variables: {}, limits });
  const tried = await runLimited({ argv: [program, ...args, '/bin/sh', '-c', 'exit 0'], variables: {}, limits });
  if (tried.outcome === 'passed') return { kind: 'bubblewrap', program, version: version.output.trim().replace(/^bubblewrap /, '') };
  return { kind: 'none', why: `bubblewrap is installed and does not work here: ${tried.output.trim().split('\n')[0] || (tried.why ?? tried.outcome)}` };
}
