import type { App } from '../../app/app.ts';
import { forgetLadder, importLadder, showLadder, type ShownAsk } from '../../app/frameworks/kept-ladder.ts';
import type { Command, CommandContext } from '../command.ts';
import { reportProblem } from '../report-problem.ts';
import { toCount } from '../text/format-quantities.ts';
import { toPlainLine, toSafeJson } from '../text/to-plain.ts';
import { withApp } from '../with-app.ts';

const EXAMPLE = `
Your organisation's engineering ladder beside what you have: what each rung asks, which activity and level that is, and what stands
behind it. Nobody is put on a rung. The form of the file is in docs/portfolio.md.

Example:
  rounds ladder import ladder.yaml
  rounds ladder
  rounds ladder forget`;

export const command: Command = {
  register: (commander, context) => {
    commander
      .option('--json', 'print JSON')
      .addHelpText('after', EXAMPLE)
      .action(({ json }: { readonly json?: boolean }) => withApp(context, (app) => print(app, json === true, context)));
    commander
      .command('import <file>')
      .description('take a ladder in YAML or JSON')
      .exitOverride()
      .addHelpText('after', EXAMPLE)
      .action((file: string) => withApp(context, (app) => bring(app, file, context)));
    commander
      .command('forget')
      .description('drop it again')
      .exitOverride()
      .addHelpText('after', EXAMPLE)
      .action(() =>
        withApp(context, (app) => {
          const done = forgetLadder(app);
          return done.ok ? context.terminal.print('There is no ladder here any more.') : reportProblem(context, done.problem);
        }),
      );
  },
};

async function print(app: App, json: boolean, context: CommandContext): Promise<void> {
  const { terminal } = context;
  const shown = await showLadder(app);
  if (!shown.ok) return reportProblem(context, shown.problem);
  if (json) return terminal.print(toSafeJson(shown.value));
  const { ladder, version, rungs } = shown.value;
  terminal.print(`${terminal.style('bold', toPlainLine(ladder))}, version ${version}`);
  for (const { rung, asks } of rungs) {
    terminal.print(terminal.style('bold', toPlainLine(rung)));
    for (const ask of asks) {
      terminal.print(`  ${toPlainLine(ask.says)}`);
      terminal.print(terminal.style('dim', `      ${describeBeside(ask)}`));
    }
  }
}

function describeBeside({ activity, level, words, rounds, signed }: ShownAsk): string {
  if (activity === undefined || rounds === null) return 'About none of the activities.';
  const until = signed ? `signed off at level ${signed.level} by ${toPlainLine(signed.signer)} until ${signed.expiresAt.slice(0, 10)}` : 'not signed off';
  const looks = words ? ` ${toPlainLine(words.name)}, level ${level} (${toPlainLine(words.level)})` : ` at level ${level}`;
  return `${activity}${looks}: ${toCount(rounds, 'closed round')}, ${until}`;
}

function bring(app: App, file: string, context: CommandContext): void {
  const brought = importLadder(app, file);
  if (!brought.ok) return reportProblem(context, brought.problem);
  const { ladder, notes } = brought.value;
  context.terminal.print(`Taken: ${toPlainLine(ladder.ladder)}, version ${ladder.version}, ${toCount(ladder.rungs.length, 'rung')}.`);
  for (const note of notes) context.terminal.tell(toPlainLine(note));
}
