import type { Problem } from '../model/problem.ts';
import type { CommandContext } from './command.ts';
import { EXIT_BY_TAG } from './exit-codes.ts';
import { toPlain } from './text/to-plain.ts';

/** What, why and what to do next, on stderr, and the exit code that goes with it. */
export function reportProblem({ terminal, exitWith }: CommandContext, { tag, what, why, next }: Problem): void {
  terminal.tell(terminal.styleError('bold', toPlain(what)));
  for (const more of [why, next]) if (more) terminal.tell(toPlain(more));
  exitWith(EXIT_BY_TAG[tag]);
}
