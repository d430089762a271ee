import { forgetWaiting } from '../../app/share/forget-case.ts';
import { listShared } from '../../app/share/list-shared.ts';
import { openShownPort } from '../../app/share/shown/shown-port.ts';
import { takeInShown } from '../../app/share/shown/take-in-shown.ts';
import { openTeamPort } from '../../app/share/open-team-port.ts';
import type { App } from '../../app/app.ts';
import type { Command, CommandContext } from '../command.ts';
import { reportProblem } from '../report-problem.ts';
import { formatShared } from '../share/format-preview.ts';
import { toSafeJson } from '../text/to-plain.ts';
import { withApp } from '../with-app.ts';

export const command: Command = {
  register: (commander, context) => {
    commander
      .option('--json', 'print JSON')
      .addHelpText(
        'after',
        `
Everything that ever left this machine through Rounds: cases shared with people, what was shown of growth, and requests to a second
reader.

Example:
  rounds log
  rounds forget c_1a2b
  rounds forget shown-3`,
      )
      .action((options: { json?: boolean }) => withApp(context, (app) => printLog(app, options, context)));
  },
};

async function printLog(app: App, { json }: { json?: boolean }, context: CommandContext): Promise<void> {
  const { terminal } = context;
  const team = openTeamPort(app);
  // What could not be forgotten when it was asked for is asked for again whenever somebody looks.
  if (team.ok) await forgetWaiting(app, team.value);
  const port = openShownPort(app);
  // Where the team cannot be reached, the log is what is known here.
  if (port.ok && port.value) await takeInShown(app, port.value);
  const listed = listShared(app);
  if (!listed.ok) return reportProblem(context, listed.problem);
  if (json) return terminal.print(toSafeJson(listed.value));
  if (listed.value.items.length === 0) return terminal.tell('Nothing ever left this machine.');
  for (const item of listed.value.items) terminal.print(formatShared(item, app.clock()));
}
