import { existsSync, statSync } from 'node:fs';
import type { App } from '../../app/app.ts';
import { importJournal } from '../../app/import-journal.ts';
import { isPortableFile } from '../../app/is-portable-file.ts';
import { importAndSettle } from '../../app/import/import-and-settle.ts';
import { hasNothingNew, type ImportReport } from '../../app/import/import-transcripts.ts';
import { checkLessons } from '../../app/lessons/check-lessons.ts';
import { findLessonsPort, isPort } from '../../app/lessons/find-lessons-port.ts';
import type { LessonsPort } from '../../app/lessons/lessons-port.ts';
import { watchLessons, type LessonsWatch } from '../../app/lessons/watch-lessons.ts';
import { watchTranscripts, type Followed } from '../../app/watch-transcripts.ts';
import type { ImportProgress } from '../../model/api/machine.ts';
import type { Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import type { Command, CommandContext } from '../command.ts';
import { EXIT, toInterruptedCode } from '../exit-codes.ts';
import { tellChecked } from '../lessons/tell-checked.ts';
import { tellBug } from '../tell-bug.ts';
import { reportProblem } from '../report-problem.ts';
import { toCount, toNumber, toSize } from '../text/format-quantities.ts';
import { toPlainLine, toSafeJson } from '../text/to-plain.ts';
import { waitForSignal } from '../wait-for-signal.ts';
import { withApp } from '../with-app.ts';

interface ImportOptions {
  readonly watch?: boolean;
  readonly json?: boolean;
}

type Paths = { readonly paths?: readonly string[] };

export const command: Command = {
  register: (commander, context) => {
    commander
      .argument('[path...]', 'transcript files or folders (default: where your agents keep theirs), or what "rounds export" wrote')
      .option('--watch', 'go on reading what is new until stopped')
      .option('--json', 'print what was done as JSON, one line each time')
      .addHelpText(
        'after',
        "\nExample:\n  rounds import\n  rounds import --watch\n  rounds import ~/backup/claude-projects\n  rounds import laptop.rounds     merges your other machine's journal\n\nExit codes: 0 done, or watching was ended; 3 something could not be read, the rest was; 130 Ctrl-C before all was read: what was is kept.",
      )
      .action((paths: string[], options: ImportOptions) =>
        withApp(context, async (app) => {
          const exported = paths.filter((path) => existsSync(path) && statSync(path).isFile() && isPortableFile(path));
          if (exported.length === 0) return importAndFollow(app, paths.length > 0 ? { paths } : {}, options, context);
          for (const path of exported) mergeFile(app, path, options, context);
          // Sessions are made of what came, whatever else was asked for.
          await importAndFollow(app, { paths: paths.filter((path) => !exported.includes(path)) }, options, context);
        }),
      );
  },
};

async function importAndFollow(app: App, request: Paths, options: ImportOptions, context: CommandContext): Promise<void> {
  // Only from here on: what takes another machine's journal is one transaction, which a signal ends with nothing taken.
  const signal = waitForSignal();
  let stoppedBy: NodeJS.Signals | null = null as NodeJS.Signals | null;
  const stopAtSignal = async (): Promise<void> => {
    stoppedBy = await signal;
    await app.importer.stop();
  };
  const stopped = stopAtSignal();
  const imported = await importOnce(app, request, context);
  context.terminal.clearProgress();
  if (stoppedBy !== null) return tellStopped(stoppedBy, context);
  if (!imported.ok) return reportProblem(context, imported.problem);
  if (request.paths?.length !== 0 || imported.value.sessions > 0) tellReport(imported.value, options, context);
  const port = findLessonsPort(app.journal.home);
  if (!options.watch) {
    if (isPort(port)) tellChecked(await checkLessons({ journal: app.journal, port }, { folder: app.environment.folder }), context.terminal);
    return;
  }

  const lessons = isPort(port) ? followLessons(app, port, context) : null;

  const watch = watchTranscripts({
    app,
    request,
    onFollowed: (followed) => tellFollowed(followed, options, context),
    onBug: (error) => tellBug(context, error),
  });
  context.terminal.tell(context.terminal.styleError('dim', 'Watching. Ctrl-C ends it.'));
  await stopped;
  await Promise.all([watch.stop(), lessons?.stop()]);
}

/** Whether lessons of the repository Rounds runs in still hold to its code, now and after every commit. */
function followLessons({ journal, environment }: App, port: LessonsPort, context: CommandContext): LessonsWatch {
  return watchLessons({
    journal,
    port,
    folder: environment.folder,
    isRecursive: environment.platform !== 'linux',
    onChecked: (checked) => tellChecked(checked, context.terminal),
    onBug: (error) => tellBug(context, error),
  });
}

function mergeFile(app: App, path: string, { json }: ImportOptions, context: CommandContext): void {
  const merged = importJournal(app, path);
  if (!merged.ok) return reportProblem(context, merged.problem);
  const { transcripts, rounds, conflicts } = merged.value;
  if (json) return context.terminal.print(toSafeJson({ merged: path, ...merged.value }));
  const news = transcripts + rounds > 0 ? `Took ${toCount(transcripts, 'transcript')} and ${toCount(rounds, 'round')} from` : 'Nothing new in';
  context.terminal.print(`${news} ${toPlainLine(path)}.`);
  if (conflicts > 0) context.terminal.tell(`${toCount(conflicts, 'thing')} said differently on both machines: the furthest goes on, the other is kept.`);
}

/** Reading takes a thread with a bounded memory of its own; to find that nothing is new, none is started. */
async function importOnce(app: App, request: Paths, { terminal }: CommandContext): Promise<Result<ImportReport, Problem>> {
  if (await hasNothingNew(app, request)) return importAndSettle(app, request);
  const stopShowing = app.importer.subscribe((progress) => terminal.showProgress(toProgressLine(progress)));
  try {
    return await app.importer.start(request);
  } finally {
    stopShowing();
  }
}

function tellStopped(signal: NodeJS.Signals, { terminal, exitWith }: CommandContext): void {
  terminal.tell('Stopped. What had been read is kept; "rounds import" goes on from there.');
  exitWith(toInterruptedCode(signal));
}

function tellReport(report: ImportReport, { json, watch }: ImportOptions, { terminal, exitWith }: CommandContext): void {
  for (const { file, what } of report.problems) terminal.tell(`${toPlainLine(file)}: ${toPlainLine(what)}`);
  if (report.problems.length > 0 && !watch) exitWith(EXIT.badInput);
  terminal.print(json ? toSafeJson(report) : toSentence(report));
}

const HOW: Readonly<Record<ImportReport['changes'][number]['how'], string>> = {
  new: 'new',
  grown: 'went on',
  'cut-short': 'was cut short; what was read of it is kept',
  rewritten: 'was rewritten; what was read of it before is kept',
};

/** One line a change on stderr; for programs, one line of JSON each time on stdout. */
function tellFollowed({ imported, gone }: Followed, { json }: ImportOptions, context: CommandContext): void {
  const { terminal } = context;
  if (imported && !imported.ok) {
    if (imported.problem.tag !== 'conflict') terminal.tell(toPlainLine(imported.problem.what));
    return;
  }
  const report = imported?.value;
  if (json) {
    terminal.print(toSafeJson({ ...report, gone }));
    return;
  }
  for (const { file, how, moments } of report?.changes ?? [])
    terminal.tell(`${toPlainLine(file)}: ${HOW[how]}${moments > 0 ? ` (${toCount(moments, 'moment')})` : ''}`);
  for (const { file, what } of report?.problems ?? []) terminal.tell(`${toPlainLine(file)}: ${toPlainLine(what)}`);
  for (const file of gone) terminal.tell(`${toPlainLine(file)}: is gone; what was read of it is kept`);
}

const toProgressLine = ({ files, filesTotal, bytes, bytesTotal }: ImportProgress): string =>
  `reading ${files} of ${toCount(filesTotal, 'file')}, ${toSize(bytes)} of ${toSize(bytesTotal)}`;

function toSentence({ files, filesNew, sessions, moments }: ImportReport): string {
  if (files === 0 && sessions > 0) return `Read ${toCount(sessions, 'session')} with ${toCount(moments, 'moment')}.`;
  if (files === 0) return 'No sessions were found here. "rounds demo" loads some to look at.';
  if (filesNew === 0 && sessions === 0) return `Nothing new in ${toCount(files, 'file')}.`;
  return `Read ${toCount(sessions, 'session')} with ${toCount(moments, 'moment')} from ${toCount(filesNew, 'new or changed file')} of ${toNumber(files)}.`;
}
