import { findHome } from '../../app/find-home.ts';
import { logOut } from '../../app/login/log-out.ts';
import { readEnvironment } from '../../app/read-environment.ts';
import type { Command } from '../command.ts';
import { reportProblem } from '../report-problem.ts';
import { toPlain, toPlainLine } from '../text/to-plain.ts';
import { withApp } from '../with-app.ts';

export const command: Command = {
  register: (commander, context) => {
    commander.addHelpText('after', '\nForgets the key of "rounds login" and revokes it.\n\nExample:\n  rounds logout').action(async () => {
      const { terminal } = context;
      const done = await logOut(findHome(readEnvironment()));
      if (!done.ok) return reportProblem(context, done.problem);
      // What the team shared stays with the team.
      await withApp(context, ({ journal }) => {
        const cleared = journal.write(journal.lessons.clear);
        if (!cleared.ok) reportProblem(context, cleared.problem);
      });
      const { url, notTold } = done.value;
      terminal.print(`This machine is signed out of ${toPlainLine(url)}.`);
      if (notTold) terminal.tell(toPlain(`${notTold.what} Its key still opens there: revoke it in the browser.`));
    });
  },
};
