import type { App } from '../../app/app.ts';
import { exportFramework, forgetFramework, importFramework, loadFramework } from '../../app/frameworks/kept-framework.ts';
import type { Command, CommandContext } from '../command.ts';
import { reportProblem } from '../report-problem.ts';
import { toCount } from '../text/format-quantities.ts';
import { toPlainLine, toSafeJson } from '../text/to-plain.ts';
import { wrapText } from '../text/wrap-text.ts';
import { withApp } from '../with-app.ts';

const EXAMPLE = `
The 13 activities and what each of their 5 levels looks like, and the same as IMS CASE 1.1 for other tools. A file of yours or of
somebody else's can take their place; texts for levels of E1 to E13 are shown with your growth. More: docs/portfolio.md.

Example:
  rounds activities
  rounds activities export activities.json
  rounds activities import ours.json    from now on those; "rounds activities forget" goes back`;

export const command: Command = {
  register: (commander, context) => {
    commander
      .option('--json', 'print JSON')
      .addHelpText('after', EXAMPLE)
      .action(({ json }: { readonly json?: boolean }) => withApp(context, (app) => print(app, json === true, context)));
    commander
      .command('export <file>')
      .description('write them as CASE')
      .option('--force', 'write over a file that is there')
      .exitOverride()
      .addHelpText('after', EXAMPLE)
      .action((file: string, { force = false }: { readonly force?: boolean }) => withApp(context, (app) => write(app, file, force, context)));
    commander
      .command('import <file>')
      .description('use those of a CASE file')
      .exitOverride()
      .addHelpText('after', EXAMPLE)
      .action((file: string) => withApp(context, (app) => bring(app, file, context)));
    commander
      .command('forget')
      .description('use those that come with Rounds again')
      .exitOverride()
      .addHelpText('after', EXAMPLE)
      .action(() =>
        withApp(context, (app) => {
          const done = forgetFramework(app);
          return done.ok ? context.terminal.print('The activities are those that come with Rounds.') : reportProblem(context, done.problem);
        }),
      );
  },
};

function print({ journal }: App, json: boolean, context: CommandContext): void {
  const { terminal } = context;
  const loaded = journal.attempt(() => loadFramework(journal));
  if (!loaded.ok) return reportProblem(context, loaded.problem);
  if (json) return terminal.print(toSafeJson(loaded.value));
  const { title, activities } = loaded.value;
  terminal.print(terminal.style('bold', toPlainLine(title)));
  for (const { code, name, levels } of activities) {
    terminal.print(`${terminal.style('cyan', toPlainLine(code ?? '-').padEnd(3))} ${toPlainLine(name)}`);
    for (const { level, name: called, text } of levels)
      for (const line of wrapText(`${level} ${toPlainLine(called)}: ${toPlainLine(text)}`, terminal.width - 6)) terminal.print(`      ${line}`);
  }
}

function write(app: App, file: string, force: boolean, context: CommandContext): void {
  const written = exportFramework(app, file, force);
  if (!written.ok) return reportProblem(context, written.problem);
  context.terminal.print(`Wrote ${toPlainLine(written.value)}.`);
}

function bring(app: App, file: string, context: CommandContext): void {
  const brought = importFramework(app, file);
  if (!brought.ok) return reportProblem(context, brought.problem);
  const { framework, notes } = brought.value;
  context.terminal.print(`In use: ${toPlainLine(framework.title)}, ${toCount(framework.activities.length, 'activity', 'activities')}.`);
  for (const note of notes) context.terminal.tell(note);
}
