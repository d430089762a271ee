import type { App } from '../../app/app.ts';
import { tellTallies } from '../../app/drills/list-drills.ts';
import { bringCatalogue, dropCatalogue } from '../../app/growth/bring-catalogue.ts';
import { showGrowth } from '../../app/growth/show-growth.ts';
import { openGrowthPort } from '../../app/growth/team/open-growth-port.ts';
import { refreshGrowth, type Refreshed } from '../../app/growth/team/refresh-growth.ts';
import { describeProblem, type Problem } from '../../model/problem.ts';
import type { Command, CommandContext } from '../command.ts';
import { formatGrowth } from '../growth/format-growth.ts';
import { reportProblem } from '../report-problem.ts';
import { toCount } from '../text/format-quantities.ts';
import { toPlainLine, toSafeJson } from '../text/to-plain.ts';
import { withApp } from '../with-app.ts';

const EXAMPLE = `
Beliefs that may have led you astray, with what speaks for and against each; how your stated chances came out; and the rounds behind
each activity. There is no overall figure, and nobody else sees it.

What signs weigh, and what is asked, is a proposal. What the cohort of your year changed of it comes from the team, and stands here also
without a network; a file of your own, in YAML or JSON with its own version, stands over it. Signs that are written down keep the weight
they had.

Example:
  rounds growth
  rounds growth --refresh                        first takes in your rounds for two and your lessons from the team
  rounds growth --catalogue misconceptions.yaml  uses a version of your own from now on; "default" drops it
  rounds growth --json`;

interface Options {
  readonly refresh?: boolean;
  readonly json?: boolean;
  readonly catalogue?: string;
}

export const command: Command = {
  register: (commander, context) => {
    commander
      .option('--json', 'print JSON')
      .addHelpText('after', EXAMPLE)
      .option('--refresh', 'take in your rounds for two and your lessons from the team first')
      .option('--catalogue <file>', 'use the misconceptions of this file, or "default"')
      .action(({ json, catalogue, refresh }: Options) =>
        withApp(context, async (app) => {
          if (catalogue !== undefined) return changeCatalogue(app, catalogue, context);
          if (refresh) await refreshFirst(app, context);
          const growth = showGrowth(app);
          if (!growth.ok) return reportProblem(context, growth.problem);
          if (json) return context.terminal.print(toSafeJson(growth.value));
          for (const line of formatGrowth(growth.value, tellTallies(app), context.terminal)) context.terminal.print(line);
        }),
      );
  },
};

/** What is here is shown all the same where the team is away. */
async function refreshFirst(app: App, context: CommandContext): Promise<void> {
  const { terminal } = context;
  const port = openGrowthPort(app.journal);
  const tellWhy = (found: Problem): void => terminal.tell(`As last seen: ${toPlainLine(describeProblem(found))}`);
  if (!port.ok) return tellWhy(port.problem);
  if (port.value === null) return terminal.tell('This machine is signed in to no team.');
  const refreshed = await refreshGrowth(app, port.value);
  return refreshed.ok ? terminal.tell(describeRefreshed(refreshed.value)) : tellWhy(refreshed.problem);
}

const describeRefreshed = ({ rounds, lessons, forgotten, content }: Refreshed): string =>
  [
    `Took in ${toCount(rounds, 'round')} for two and ${toCount(lessons, 'lesson')}.`,
    ...(forgotten > 0 ? [`What was made of ${toCount(forgotten, 'forgotten case')} is gone.`] : []),
    ...(content ? ['What your cohort works with reads differently now.'] : []),
  ].join(' ');

function changeCatalogue(app: App, file: string, context: CommandContext): void {
  if (file === 'default') {
    const dropped = dropCatalogue(app);
    return dropped.ok
      ? context.terminal.print('Your own file is dropped: the misconceptions are those of your cohort, or that Rounds comes with.')
      : reportProblem(context, dropped.problem);
  }
  const brought = bringCatalogue(app, file);
  if (!brought.ok) return reportProblem(context, brought.problem);
  const { name, version, entries } = brought.value;
  context.terminal.print(`In use: ${toPlainLine(name)}, version ${version}, ${toCount(entries.length, 'entry', 'entries')} of its own.`);
}
