import { exportJournal } from '../../app/export-journal.ts';
import type { Command } from '../command.ts';
import { reportProblem } from '../report-problem.ts';
import { toCount } from '../text/format-quantities.ts';
import { toPlainLine, toSafeJson } from '../text/to-plain.ts';
import { withApp } from '../with-app.ts';

export const command: Command = {
  register: (commander, context) => {
    commander
      .argument('[file]', 'where to write it', 'journal.rounds')
      .option('--force', 'write over a file that is there')
      .option('--json', 'print what was done as JSON')
      .addHelpText(
        'after',
        '\nEverything of yours in one file, to be merged on another machine. It holds your sessions as they are: keep it to yourself.\n\nExample:\n  rounds export laptop.rounds\n  rounds import laptop.rounds     on the other machine',
      )
      .action((file: string, { force = false, json }: { force?: boolean; json?: boolean }) =>
        withApp(context, (app) => {
          const exported = exportJournal(app, { file, force });
          if (!exported.ok) return reportProblem(context, exported.problem);
          const { transcripts, rounds } = exported.value;
          context.terminal.print(
            json
              ? toSafeJson(exported.value)
              : `Wrote ${toCount(transcripts, 'transcript')} and ${toCount(rounds, 'round')} to ${toPlainLine(exported.value.file)}. It holds your sessions as they are: keep it to yourself.`,
          );
        }),
      );
  },
};
