import { readEnvironment } from '../../app/read-environment.ts';
import { backUpTeam } from '../../app/team/backup/back-up-team.ts';
import type { Command } from '../command.ts';
import { reportProblem } from '../report-problem.ts';
import { formatBackup } from '../text/format-backup.ts';
import { toPlainLine, toSafeJson } from '../text/to-plain.ts';

export const command: Command = {
  register: (commander, context) => {
    commander
      .argument('<file>', 'where to write it')
      .option('--force', 'write over a file that is there')
      .option('--json', 'print what was done as JSON')
      .addHelpText(
        'after',
        `
Writes all that a team shares, as it is at one moment, while "rounds serve" goes on: of the PostgreSQL that comes with Rounds, or of
DATABASE_URL. Content in it is encrypted and the keys are never in it: keep the key folder (ROUNDS_KEYS) too, at another place.
What is forgotten later cannot be read from it any more.

Example:
  rounds backup team-monday.backup`,
      )
      .action(async (file: string, { force = false, json }: { force?: boolean; json?: boolean }) => {
        const written = await backUpTeam({ environment: readEnvironment(), clock: () => new Date() }, { file, force });
        if (!written.ok) return reportProblem(context, written.problem);
        if (json) return context.terminal.print(toSafeJson(written.value));
        context.terminal.print(`Wrote ${formatBackup(written.value)} to ${toPlainLine(written.value.file)}.`);
        context.terminal.tell('No key is in it: keep the key folder too, at another place.');
      });
  },
};
