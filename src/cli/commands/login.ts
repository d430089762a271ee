import { setTimeout as wait } from 'node:timers/promises';
import { logIn } from '../../app/login/log-in.ts';
import { readEnvironment } from '../../app/read-environment.ts';
import { findHome } from '../../app/find-home.ts';
import type { Command, CommandContext } from '../command.ts';
import { toInterruptedCode } from '../exit-codes.ts';
import { openBrowser } from '../open-browser.ts';
import { reportProblem } from '../report-problem.ts';
import { toPlainLine } from '../text/to-plain.ts';
import { waitForSignal } from '../wait-for-signal.ts';

export const command: Command = {
  register: (commander, context) => {
    commander
      .argument('<address>', "your team's server")
      .option('--no-open', 'do not open the browser')
      .addHelpText(
        'after',
        `
Signs this machine in to a team server. You let it in in the browser, where you compare the code; what is kept here is a key of
its own, which you can revoke in the browser, or with "rounds logout".

Example:
  rounds login https://rounds.example.org`,
      )
      .action((address: string, options: { open: boolean }) => login(address, options, context));
  },
};

async function login(address: string, { open }: { open: boolean }, context: CommandContext): Promise<void> {
  const { terminal } = context;
  const stop = new AbortController();
  void stopOnSignal(stop, context);
  const loggedIn = await logIn({
    home: findHome(readEnvironment()),
    address,
    signal: stop.signal,
    wait: (ms) => wait(ms, undefined, { signal: stop.signal }).catch(() => undefined),
    showCode: ({ link, userCode }) => {
      terminal.print(`Open ${toPlainLine(link)}`);
      terminal.print(`and let ${terminal.style('bold', toPlainLine(userCode))} in.`);
      if (terminal.isInteractive && open) openBrowser(link);
    },
  });
  if (stop.signal.aborted) return;
  if (!loggedIn.ok) return reportProblem(context, loggedIn.problem);
  const { name, organisation } = loggedIn.value;
  terminal.print(`This machine is signed in to ${toPlainLine(organisation.name)} as ${toPlainLine(name)}.`);
}

async function stopOnSignal(stop: AbortController, { exitWith }: CommandContext): Promise<void> {
  exitWith(toInterruptedCode(await waitForSignal()));
  stop.abort();
}
