import { openApp } from '../app/open-app.ts';
import type { App } from '../app/app.ts';
import { readEnvironment } from '../app/read-environment.ts';
import type { CommandContext } from './command.ts';
import { reportProblem } from './report-problem.ts';

/** Opens the journal for one command and closes it again; where that fails, says so. */
export async function withApp(context: CommandContext, work: (app: App) => void | Promise<void>): Promise<void> {
  const opened = openApp({ environment: readEnvironment() });
  if (!opened.ok) return reportProblem(context, opened.problem);
  try {
    await work(opened.value);
  } finally {
    await opened.value.close();
  }
}
