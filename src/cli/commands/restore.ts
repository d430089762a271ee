import { readEnvironment } from '../../app/read-environment.ts';
import { restoreTeam } from '../../app/team/backup/restore-team.ts';
import type { Command } from '../command.ts';
import { reportProblem } from '../report-problem.ts';
import { formatBackup } from '../text/format-backup.ts';
import { toPlainLine, toSafeJson } from '../text/to-plain.ts';

export const command: Command = {
  register: (commander, context) => {
    commander
      .argument('<file>', 'what "rounds backup" wrote')
      .option('--json', 'print what was done as JSON')
      .addHelpText(
        'after',
        `
Fills a database that nobody has an account in: the PostgreSQL that comes with Rounds (ROUNDS_HOME), or DATABASE_URL. Every table is
checked against what was written; where one differs nothing is restored. Put the key folder of that time (ROUNDS_KEYS) in its place
too: without it the cases cannot be read.

Example:
  rounds restore team-monday.backup`,
      )
      .action(async (file: string, { json }: { json?: boolean }) => {
        const restored = await restoreTeam(readEnvironment(), file);
        if (!restored.ok) return reportProblem(context, restored.problem);
        if (json) return context.terminal.print(toSafeJson(restored.value));
        context.terminal.print(`Restored ${formatBackup(restored.value)}, as of ${toPlainLine(restored.value.at)}.`);
        if (restored.value.lacksKeys)
          context.terminal.tell('There are no keys here for its cases: put the key folder of that time in its place (ROUNDS_KEYS), or nobody can read them.');
      });
  },
};
