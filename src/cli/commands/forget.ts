import { findShared } from '../../app/share/find-shared.ts';
import { forgetCase } from '../../app/share/forget-case.ts';
import { toSharedItem } from '../../app/share/list-shared.ts';
import { openShownPort } from '../../app/share/shown/shown-port.ts';
import { withdrawEntry } from '../../app/share/shown/withdraw-shown.ts';
import { toShownItem } from '../../app/share/to-shown-item.ts';
import { openTeamPort } from '../../app/share/open-team-port.ts';
import type { App } from '../../app/app.ts';
import { problem } from '../../model/problem.ts';
import type { Command, CommandContext } from '../command.ts';
import { reportProblem } from '../report-problem.ts';
import { askYes } from '../share/ask-yes.ts';
import { formatShared } from '../share/format-preview.ts';
import { toSafeJson } from '../text/to-plain.ts';
import { withApp } from '../with-app.ts';

interface Options {
  readonly yes?: boolean;
  readonly json?: boolean;
}

export const command: Command = {
  register: (commander, context) => {
    commander
      .argument('<id>', 'of a case, or enough of its beginning; shown-3 of "rounds log"; or a number of "rounds log --json"')
      .option('--yes', 'without asking')
      .option('--json', 'print JSON')
      .addHelpText(
        'after',
        `
Makes the team forget a case you shared: its content, its code and every copy of them; backups hold what nobody can read any
more. Rounds of it that are not revealed are withdrawn, and what people wrote stays theirs. The log keeps that it was, without
what was in it.

What you showed of your growth is taken back the same way: the team deletes it, and what your partner said to it.

Example:
  rounds forget c_1a2b
  rounds forget shown-3`,
      )
      .action((id: string, options: Options) => withApp(context, (app) => forget(app, id, options, context)));
  },
};

async function forget(app: App, text: string, options: Options, context: CommandContext): Promise<void> {
  const { terminal } = context;
  const shown = /^shown-(\d{1,15})$/.exec(text);
  if (shown) return takeBack(app, Number(shown[1]), options, context);
  const found = findShared(app, text);
  if (!found.ok) return reportProblem(context, found.problem);
  const { yes, json } = options;
  terminal.tell(formatShared(toSharedItem(found.value), app.clock()));
  if (!yes && !terminal.isInteractive)
    return reportProblem(context, problem('wrong-usage', 'Nothing was forgotten: there is nobody to ask.', { next: 'Say --yes.' }));
  if (!yes && !(await askYes('Forget it for everyone?'))) return terminal.tell('Nothing was forgotten.');
  const team = openTeamPort(app);
  const done = team.ok ? await forgetCase(app, team.value, found.value.id) : team;
  if (!done.ok) {
    reportProblem(context, done.problem);
    if (done.problem.tag === 'cannot-reach') terminal.tell('It is written down: "rounds log" and the web app ask again.');
    return;
  }
  terminal.print(json ? toSafeJson(toSharedItem(done.value)) : 'Forgotten.');
}

/** What was shown of my growth: it is deleted at the team, so nothing of it is left to be asked again. */
async function takeBack(app: App, id: number, { yes, json }: Options, context: CommandContext): Promise<void> {
  const { terminal } = context;
  if (!yes && !terminal.isInteractive)
    return reportProblem(context, problem('wrong-usage', 'Nothing was taken back: there is nobody to ask.', { next: 'Say --yes.' }));
  if (!yes && !(await askYes('Take it back?'))) return terminal.tell('Nothing was taken back.');
  const port = openShownPort(app);
  const done = port.ok ? await withdrawEntry(app, port.value, id) : port;
  if (!done.ok) return reportProblem(context, done.problem);
  terminal.print(json ? toSafeJson(toShownItem(done.value)) : formatShared(toShownItem(done.value), app.clock()));
}
