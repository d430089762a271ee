import { loadDemo } from '../../app/load-demo.ts';
import { removeDemo } from '../../app/remove-demo.ts';
import type { App } from '../../app/app.ts';
import type { Command, CommandContext } from '../command.ts';
import { reportProblem } from '../report-problem.ts';
import { toCount } from '../text/format-quantities.ts';
import { withApp } from '../with-app.ts';

export const command: Command = {
  register: (commander, context) => {
    commander
      .option('--remove', 'take the demo sessions out again, with the rounds on them')
      .addHelpText('after', '\nExample:\n  rounds demo && rounds')
      .action((options: { remove?: boolean }) => withApp(context, (app) => (options.remove ? remove(app, context) : load(app, context))));
  },
};

async function load(app: App, context: CommandContext): Promise<void> {
  const loaded = await loadDemo(app);
  if (!loaded.ok) return reportProblem(context, loaded.problem);
  const { sessions, moments } = loaded.value;
  context.terminal.print(
    sessions > 0
      ? `Loaded ${toCount(sessions, 'demo session')} with ${toCount(moments, 'moment')}. "rounds" opens them; "rounds demo --remove" takes them out again.`
      : 'The demo is loaded already. "rounds" opens it.',
  );
}

function remove(app: App, context: CommandContext): void {
  const removed = removeDemo(app);
  if (!removed.ok) return reportProblem(context, removed.problem);
  context.terminal.print(removed.value > 0 ? `Took out ${toCount(removed.value, 'demo session')}.` : 'The demo was not loaded.');
}
