/** Of a chain such as `lint && test`, the class of the command that failed, as far as the output tells. */
import type { RunClass } from '../facts.ts';
import type { ReadCommand } from '../shell/read-commands.ts';
import { classifyCommand } from './classify-command.ts';
import type { TestSummary } from './read-test-summary.ts';

const CHECKS: ReadonlySet<RunClass> = new Set(['test', 'build', 'type-check', 'lint', 'format']);
const TYPE_ERROR = /\berror TS\d+:|: error: .*\[[\w-]+\]$|^error\[E\d+\]/;

export function findCulprit(
  run: { readonly class: RunClass; readonly commands: readonly ReadCommand[] },
  lines: readonly string[],
  summary: TestSummary | null,
): RunClass {
  const checks = run.commands
    .filter(({ joinedBy }) => joinedBy !== '|')
    .map(({ words, redirects }) => classifyCommand(words, redirects))
    .filter((found) => CHECKS.has(found));
  if (checks.length < 2) return run.class;
  if (checks.includes('type-check') && lines.some((line) => line.length < 1000 && TYPE_ERROR.test(line))) return 'type-check';
  const at = checks.indexOf(run.class);
  if (run.class === 'test') {
    if (summary === null) return checks[at - 1] ?? run.class;
    return summary.failed === 0 ? (checks[at + 1] ?? run.class) : run.class;
  }
  // A checker that fails says so in its own words; the strongest of the chain did not, so another did.
  return run.class === 'type-check' ? (checks.find((found) => found !== 'type-check') ?? run.class) : run.class;
}
