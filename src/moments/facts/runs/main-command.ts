/** Of a whole shell line, the command it was run for: its class is the run's class. */
import type { RunClass } from '../facts.ts';
import type { ReadCommand } from '../shell/read-commands.ts';
import { classifyCommand } from './classify-command.ts';

/** Strongest first: a line that builds and then tests is a test run. */
const STRENGTH: readonly RunClass[] = [
  'test',
  'type-check',
  'build',
  'lint',
  'format',
  'install',
  'git',
  'network',
  'process',
  'run',
  'files',
  'search',
  'read',
  'other',
];

export interface MainCommand {
  readonly class: RunClass;
  readonly index: number;
}

export function findMainCommand(commands: readonly ReadCommand[]): MainCommand {
  let best: MainCommand = { class: 'other', index: 0 };
  let bestRank = STRENGTH.length;
  commands.forEach((command, index) => {
    const found = classifyCommand(command.words, command.redirects);
    // What a pipe feeds is how the output was looked at, not what was done; only writers and runners count there.
    const filtered = command.joinedBy === '|' && (found === 'search' || found === 'read');
    const rank = filtered ? STRENGTH.length - 1 : STRENGTH.indexOf(found);
    if (rank < bestRank || bestRank === STRENGTH.length) {
      best = { class: filtered ? 'other' : found, index };
      bestRank = rank;
    }
  });
  return best;
}
