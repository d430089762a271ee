import { Option } from 'commander';
import type { App } from '../../app/app.ts';
import { anchorLines, type LinesToAnchor } from '../../app/lessons/anchor-lines.ts';
import { checkLessons } from '../../app/lessons/check-lessons.ts';
import { exportLessons, LESSON_EXPORTS, type LessonExport } from '../../app/lessons/export-lessons.ts';
import { findLessonsPort, isPort } from '../../app/lessons/find-lessons-port.ts';
import { listLessons, listRepositoryLessons, type ListedLessons } from '../../app/lessons/list-lessons.ts';
import { describeProblem, problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import type { LessonDraft } from '../../model/team/lesson.ts';
import type { Command, CommandContext } from '../command.ts';
import { formatLesson } from '../lessons/format-lessons.ts';
import { tellChecked } from '../lessons/tell-checked.ts';
import { reportProblem } from '../report-problem.ts';
import { toCount } from '../text/format-quantities.ts';
import { toPlainLine, toSafeJson } from '../text/to-plain.ts';
import { withApp } from '../with-app.ts';

interface Options {
  readonly export?: LessonExport;
  readonly to?: string;
  readonly anchor?: string;
  readonly check?: boolean;
  readonly json?: boolean;
}

const EXAMPLE = `
Lessons are what people of your team keep from rounds and answers. They hold to code: when that changes, their authors are asked.
Without the team's server, those of this repository are shown as last seen.

Example:
  rounds lessons                                     all you may see
  rounds lessons advisory lock                       by words and parts of words
  rounds lessons --export agents-md --to AGENTS.md   a section for your agents; the rest of the file stays as it is
  rounds lessons --export skill --to .claude/skills  an agent skill
  rounds lessons --anchor l_1a2b src/ledger.ts:10-24 ties a lesson of yours to these lines, in place of those before
  rounds lessons --check                             looks whether the code of this repository's lessons has changed`;

export const command: Command = {
  register: (commander, context) => {
    commander
      .argument('[words...]', 'what to look for; with --anchor, lines of files')
      .addOption(new Option('--export <form>', "write this repository's lessons for agents").choices([...LESSON_EXPORTS]))
      .option('--to <path>', 'where to: a file for agents-md, the folder of skills for skill')
      .option('--anchor <id>', 'tie a lesson of yours to lines, as file:first-last')
      .option('--check', "look whether the code of this repository's lessons has changed")
      .option('--json', 'print JSON')
      .addHelpText('after', EXAMPLE)
      .action((words: string[], options: Options) =>
        withApp(context, (app) => {
          if (options.export !== undefined) return writeForAgents(app, options.export, options, context);
          if (options.anchor !== undefined) return anchor(app, options.anchor, words, options, context);
          if (options.check) return check(app, options, context);
          return print(app, words.join(' '), options, context);
        }),
      );
  },
};

async function print(app: App, query: string, { json }: Options, context: CommandContext): Promise<void> {
  const { terminal } = context;
  const { journal, environment, clock } = app;
  const listed = await listLessons({ journal, port: findLessonsPort(journal.home) }, { query, folder: environment.folder });
  if (!listed.ok) return reportProblem(context, listed.problem);
  tellWhenOld(listed.value, context);
  if (json) return terminal.print(toSafeJson(listed.value));
  const { lessons } = listed.value;
  if (lessons.length === 0) terminal.tell(query === '' ? 'There are no lessons yet.' : 'No lesson matches.');
  for (const [at, lesson] of lessons.entries()) {
    if (at > 0) terminal.print();
    for (const line of formatLesson(lesson, clock(), terminal)) terminal.print(line);
  }
}

async function writeForAgents({ journal, environment }: App, as: LessonExport, { to, json }: Options, context: CommandContext): Promise<void> {
  if (to === undefined) return reportProblem(context, problem('wrong-usage', 'Say where to, with --to.', { next: 'For example --to AGENTS.md.' }));
  const listed = await listRepositoryLessons({ journal, port: findLessonsPort(journal.home) }, environment.folder);
  if (!listed.ok) return reportProblem(context, listed.problem);
  tellWhenOld(listed.value, context);
  const written = exportLessons(listed.value.lessons, { as, to, folder: environment.folder, names: listed.value.names });
  if (!written.ok) return reportProblem(context, written.problem);
  const { file, lessons, changed } = written.value;
  context.terminal.print(
    json ? toSafeJson(written.value) : `${changed ? 'Wrote' : 'Nothing new:'} ${toCount(lessons, 'lesson')} ${changed ? 'to' : 'in'} ${toPlainLine(file)}.`,
  );
}

async function anchor({ journal, environment }: App, id: string, places: readonly string[], { json }: Options, context: CommandContext): Promise<void> {
  const port = findLessonsPort(journal.home);
  if (!isPort(port)) return reportProblem(context, port);
  if (places.length === 0) return reportProblem(context, problem('wrong-usage', 'Name the lines, like src/ledger.ts:10-24.'));
  const anchors: LessonDraft['anchors'] = [];
  for (const place of places) {
    const lines = parseLines(place);
    const made = lines.ok ? await anchorLines(environment.folder, lines.value) : lines;
    if (!made.ok) return reportProblem(context, made.problem);
    anchors.push(made.value);
  }
  const done = await port.anchor(id, { anchors });
  if (!done.ok) return reportProblem(context, done.problem);
  context.terminal.print(json ? toSafeJson(done.value) : `“${toPlainLine(done.value.rule)}” holds to ${toCount(anchors.length, 'place')} now.`);
}

async function check({ journal, environment }: App, { json }: Options, context: CommandContext): Promise<void> {
  const port = findLessonsPort(journal.home);
  if (!isPort(port)) return reportProblem(context, port);
  const checked = await checkLessons({ journal, port }, { folder: environment.folder });
  if (!checked.ok) return reportProblem(context, checked.problem);
  if (json) return context.terminal.print(toSafeJson(checked.value));
  tellChecked(checked, context.terminal);
  const { lessons, holding, stale } = checked.value;
  context.terminal.print(`${toCount(lessons, 'lesson')} of this repository: ${toCount(holding, 'place')} as it was, ${stale.length} newly changed.`);
}

function parseLines(text: string): Result<LinesToAnchor, Problem> {
  const [, file = '', first = '', last = first] = /^(.+):(\d+)(?:-(\d+))?$/.exec(text) ?? [];
  if (file === '') return failed(problem('wrong-usage', `${text} names no lines of a file.`, { next: 'Write it like src/ledger.ts:10-24.' }));
  return ok({ file, startLine: Number(first), endLine: Number(last) });
}

function tellWhenOld({ asLastSeen }: ListedLessons, { terminal }: CommandContext): void {
  if (asLastSeen) terminal.tell(terminal.styleError('dim', `As last seen in this repository. ${toPlainLine(describeProblem(asLastSeen))}`));
}
