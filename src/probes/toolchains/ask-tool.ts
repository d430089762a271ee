import { PROBE_LIMITS } from '../limits/limits.ts';
import { runLimited } from '../limits/run-limited.ts';

/** What one of the person's own tools says of itself; null where it does not answer. Never run on a repository's files. */
export async function askTool(argv: readonly [string, ...string[]], variables = process.env): Promise<string | null> {
  const own = Object.fromEntries(Object.entries(variables).filter((entry): entry is [string, string] => entry[1] !== undefined));
  const run = await runLimited({ argv, variables: own, limits: { ...PROBE_LIMITS, seconds: 20 }, folder: '/' });
  return run.outcome === 'passed' ? run.output.trim() : null;
}
