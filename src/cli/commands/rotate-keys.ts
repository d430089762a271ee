import { readEnvironment } from '../../app/read-environment.ts';
import { rotateKeys } from '../../app/team/rotate-keys.ts';
import type { Command } from '../command.ts';
import { reportProblem } from '../report-problem.ts';
import { toCount } from '../text/format-quantities.ts';

export const command: Command = {
  register: (commander, context) => {
    commander
      .addHelpText(
        'after',
        `
Makes a new master key and wraps every key of the key folder (ROUNDS_KEYS) with it, while "rounds serve" goes on. Nothing in the
database changes. If it is interrupted, run it again. Where the master key is given in ROUNDS_MASTER_KEY, give the new one in
ROUNDS_MASTER_KEY_NEXT to every process first; afterwards only the new one is needed.

Example:
  rounds rotate-keys`,
      )
      .action(async () => {
        const rotated = await rotateKeys(readEnvironment());
        if (!rotated.ok) return reportProblem(context, rotated.problem);
        context.terminal.print(`Wrapped ${toCount(rotated.value, 'key')} with the new master key.`);
      });
  },
};
