import { setTimeout as wait } from 'node:timers/promises';
import type { App } from '../../app/app.ts';
import { importTranscripts, type ImportReport } from '../../app/import/import-transcripts.ts';
import type { ImportProgress } from '../../model/api/machine.ts';
import type { Command, CommandContext } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { reportProblem } from '../report-problem.ts';
import { toCount, toSize } from '../text/format-quantities.ts';
import { toPlainLine, toSafeJson } from '../text/to-plain.ts';
import { withApp } from '../with-app.ts';

interface ImportOptions {
  readonly watch?: boolean;
  readonly json?: boolean;
}

/** One look costs a stat a file: seconds are often enough for a person, and cheap enough to leave running. */
const WATCH_EVERY_MS = 2000;

export const command: Command = {
  register: (commander, context) => {
    commander
      .argument('[path...]', 'transcript files or folders (default: where your agents keep theirs)')
      .option('--watch', 'go on reading what is new until stopped')
      .option('--json', 'print what was done as JSON')
      .addHelpText('after', '\nExample:\n  rounds import\n  rounds import ~/backup/claude-projects')
      .action((paths: string[], options: ImportOptions) =>
        withApp(context, async (app) => {
          const request = paths.length > 0 ? { paths } : {};
          await importOnce(app, request, options, context);
          while (options.watch && !process.exitCode) {
            await wait(WATCH_EVERY_MS);
            await importOnce(app, request, { ...options, quietWhenNothing: true }, context);
          }
        }),
      );
  },
};

async function importOnce(
  app: App,
  request: { paths?: string[] },
  options: ImportOptions & { quietWhenNothing?: boolean },
  context: CommandContext,
): Promise<void> {
  const { terminal, exitWith } = context;
  const imported = await importTranscripts({ ...app, onProgress: (progress) => terminal.showProgress(toProgressLine(progress)) }, request);
  terminal.clearProgress();
  if (!imported.ok) return reportProblem(context, imported.problem);
  const report = imported.value;
  for (const { file, what } of report.problems) terminal.tell(`${toPlainLine(file)}: ${toPlainLine(what)}`);
  if (report.problems.length > 0 && !options.watch) exitWith(EXIT.badInput);
  if (options.quietWhenNothing && report.filesNew === 0) return;
  terminal.print(options.json ? toSafeJson(report) : toSentence(report));
}

const toProgressLine = ({ files, filesTotal, bytes, bytesTotal }: ImportProgress): string =>
  `reading ${files} of ${toCount(filesTotal, 'file')}, ${toSize(bytes)} of ${toSize(bytesTotal)}`;

function toSentence({ files, filesNew, sessions, moments }: ImportReport): string {
  if (files === 0) return 'No sessions were found here. "rounds demo" loads some to look at.';
  if (filesNew === 0 && sessions === 0) return `Nothing new in ${toCount(files, 'file')}.`;
  return `Read ${toCount(sessions, 'session')} with ${toCount(moments, 'moment')} from ${toCount(filesNew, 'new or changed file')} of ${files.toLocaleString('en-GB')}.`;
}
