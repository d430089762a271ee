import { Option, type Command as Commander } from 'commander';
import type { App } from '../../app/app.ts';
import { dismissMoment } from '../../app/dismiss-moment.ts';
import { findById } from '../../app/find-by-id.ts';
import { listDismissed } from '../../app/list-dismissed.ts';
import { restoreMoment } from '../../app/restore-moment.ts';
import { dismissalSchema, type Dismissal } from '../../model/api/today.ts';
import type { MomentId } from '../../model/moment.ts';
import { problem } from '../../model/problem.ts';
import type { Command, CommandContext } from '../command.ts';
import { formatDismissed, formatLowered } from '../dismiss/format-dismissed.ts';
import { reportProblem } from '../report-problem.ts';
import { toSafeJson } from '../text/to-plain.ts';
import { withApp } from '../with-app.ts';

interface DismissOptions {
  readonly reason?: Dismissal['reason'];
  readonly note?: string;
  readonly undo?: boolean;
  readonly list?: boolean;
  readonly json?: boolean;
}

export const command: Command = {
  register: (commander, context) => {
    declare(commander).action((id: string | undefined, options: DismissOptions) => {
      if (id === undefined && !options.list) commander.error("error: missing required argument 'id'", { code: 'commander.missingArgument' });
      if (id !== undefined && !options.list && !options.undo && !options.reason)
        commander.error(`error: required option '--reason <reason>' not specified (one of ${dismissalSchema.shape.reason.options.join(', ')})`);
      return withApp(context, (app) => (id === undefined || options.list ? printList(app, options, context) : dismiss(app, id, options, context)));
    });
  },
};

function declare(commander: Commander): Commander {
  return commander
    .argument('[id]', 'of a moment, or enough of its beginning')
    .addOption(new Option('--reason <reason>', 'why').choices(dismissalSchema.shape.reason.options))
    .option('--note <words>', 'in your own words, kept with it')
    .option('--undo', 'take it back')
    .option('--list', 'what is dismissed, the latest first')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
legitimate-here: it is meant to be so in this repository. Moments of the same rule there rank lower from the next list on;
                 "rounds moments --explain" says so beside each, and --undo takes it back.
not-worth-it:    true, but not worth five minutes.
wrong:           Rounds misread what happened.

Example:
  rounds dismiss m_1a2b --reason legitimate-here
  rounds dismiss m_1a2b --undo
  rounds dismiss --list`,
    );
}

function dismiss(app: App, text: string, { reason, note, undo, json }: DismissOptions, context: CommandContext): void {
  const found = findById(app, text);
  if (!found.ok) return reportProblem(context, found.problem);
  if (found.value.noun === 'session') return reportProblem(context, problem('wrong-usage', `${found.value.id} is a session, not a moment.`));
  if (undo) return takeBack(app, found.value.id, context);
  const dismissal = dismissalSchema.safeParse({ reason, note });
  if (!dismissal.success) return reportProblem(context, problem('wrong-usage', 'A note has at most 500 characters.'));
  const done = dismissMoment(app, found.value.id, dismissal.data);
  if (!done.ok) return reportProblem(context, done.problem);
  const { terminal } = context;
  if (json) return terminal.print(toSafeJson(done.value));
  terminal.print(`Dismissed. ${formatLowered(done.value.legitimate)}`.trimEnd());
  terminal.tell(`rounds dismiss ${found.value.id} --undo takes it back.`);
}

function takeBack(app: App, id: MomentId, context: CommandContext): void {
  const done = restoreMoment(app, id);
  if (done.ok) context.terminal.print('It is among the moments again, and lowers no other.');
  else reportProblem(context, done.problem);
}

function printList(app: App, { json }: DismissOptions, context: CommandContext): void {
  const { terminal } = context;
  const listed = listDismissed(app);
  if (!listed.ok) return reportProblem(context, listed.problem);
  if (json) return terminal.print(toSafeJson(listed.value));
  if (listed.value.dismissed.length === 0) return terminal.print('Nothing is dismissed.');
  for (const line of listed.value.dismissed.flatMap((one) => formatDismissed(one, app.clock(), terminal))) terminal.print(line);
}
