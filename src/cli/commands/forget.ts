import { findShared } from '../../app/share/find-shared.ts';
import { forgetCase } from '../../app/share/forget-case.ts';
import { toSharedItem } from '../../app/share/list-shared.ts';
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
      .argument('<id>', 'of a case, or enough of its beginning; or a number of "rounds log --json"')
      .option('--yes', 'without asking')
      .option('--json', 'print JSON')
      .addHelpText(
        'after',
        `
Makes the team forget a case you shared: its content, its code and every copy of them; backups hold what nobody can read any
more. Rounds of it that are not revealed are withdrawn, and what people wrote stays theirs. The log keeps that it was, without
what was in it.

Example:
  rounds forget c_1a2b`,
      )
      .action((id: string, options: Options) => withApp(context, (app) => forget(app, id, options, context)));
  },
};

async function forget(app: App, text: string, { yes, json }: Options, context: CommandContext): Promise<void> {
  const { terminal } = context;
  const found = findShared(app, text);
  if (!found.ok) return reportProblem(context, found.problem);
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
