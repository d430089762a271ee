import { showGrowth } from '../../app/growth/show-growth.ts';
import type { Command } from '../command.ts';
import { formatGrowth } from '../growth/format-growth.ts';
import { reportProblem } from '../report-problem.ts';
import { toSafeJson } from '../text/to-plain.ts';
import { withApp } from '../with-app.ts';

const EXAMPLE = `
Beliefs that may have led you astray, with what speaks for and against each; how your stated chances came out; and the rounds behind
each activity. There is no overall figure, and nobody else sees it.

Example:
  rounds growth
  rounds growth --json`;

export const command: Command = {
  register: (commander, context) => {
    commander
      .option('--json', 'print JSON')
      .addHelpText('after', EXAMPLE)
      .action(({ json }: { readonly json?: boolean }) =>
        withApp(context, (app) => {
          const growth = showGrowth(app);
          if (!growth.ok) return reportProblem(context, growth.problem);
          if (json) return context.terminal.print(toSafeJson(growth.value));
          for (const line of formatGrowth(growth.value, context.terminal)) context.terminal.print(line);
        }),
      );
  },
};
