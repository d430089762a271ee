import { openApp } from '../../app/open-app.ts';
import { loadDemo } from '../../app/load-demo.ts';
import { readEnvironment } from '../../app/read-environment.ts';
import { watchGrowth } from '../../app/growth/team/watch-growth.ts';
import { watchTranscripts } from '../../app/watch-transcripts.ts';
import type { App } from '../../app/app.ts';
import { startServer, type RunningServer } from '../../server/start-server.ts';
import type { CommandContext } from '../command.ts';
import { openBrowser } from '../open-browser.ts';
import type { OpenOptions } from '../register-open.ts';
import { reportProblem } from '../report-problem.ts';
import { tellBug } from '../tell-bug.ts';
import { toCount } from '../text/format-quantities.ts';
import { waitForSignal } from '../wait-for-signal.ts';
import { findWebRoot } from '../../app/find-web-root.ts';

/** `rounds` by itself: serves the web app at once, reads what is new meanwhile, and goes on until it is stopped. */
export async function open(options: OpenOptions, context: CommandContext): Promise<void> {
  const opened = openApp({ environment: readEnvironment() });
  if (!opened.ok) return reportProblem(context, opened.problem);
  const app = opened.value;
  const started = await startServer({ app, port: options.port, webRoot: findWebRoot(), reportBug: (error) => tellBug(context, error) });
  if (started.ok) await serve(app, started.value, options, context);
  else reportProblem(context, started.problem);
  await app.close();
}

async function serve(app: App, server: RunningServer, { open: wantsBrowser, demo }: OpenOptions, context: CommandContext): Promise<void> {
  const { terminal } = context;
  // One line and nothing else on stdout: programs that start Rounds read it.
  terminal.print(terminal.isInteractive ? `Rounds is open at ${terminal.style('cyan', server.url)}` : server.url);
  if (terminal.isInteractive && wantsBrowser) openBrowser(server.url);
  if (server.reused) {
    if (demo) await tellImport(loadDemo(app), context);
    return terminal.tell('Another Rounds was serving it already; this one ends here.');
  }
  const imported = tellImport(app.importer.start(), context).then(() => (demo ? tellImport(loadDemo(app), context) : offerDemo(app, context)));
  if (terminal.isInteractive) terminal.tell(terminal.styleError('dim', 'Ctrl-C ends it.'));
  // Open pages learn of what it reads as of any import.
  const watch = watchTranscripts({ app, onFollowed: () => {}, onBug: (error) => tellBug(context, error) });
  const growth = watchGrowth(app, (error) => tellBug(context, error));
  await waitForSignal();
  await server.close();
  await Promise.all([watch.stop(), growth.stop()]);
  await app.importer.stop();
  await imported;
}

async function tellImport(work: ReturnType<App['importer']['start']>, context: CommandContext): Promise<void> {
  try {
    const imported = await work;
    if (!imported.ok) return imported.problem.tag === 'conflict' ? undefined : reportProblem(context, imported.problem);
    const { sessions, moments, problems } = imported.value;
    if (sessions > 0) context.terminal.tell(`Read ${toCount(sessions, 'session')} with ${toCount(moments, 'moment')}.`);
    if (problems.length > 0) context.terminal.tell(`${toCount(problems.length, 'file')} could not be read in full: "rounds doctor" names them.`);
  } catch (error) {
    tellBug(context, error);
  }
}

function offerDemo(app: App, { terminal }: CommandContext): void {
  const known = app.journal.attempt(() => app.journal.sessions.count(false) + app.journal.sessions.count(true));
  if (known.ok && known.value === 0) terminal.tell('There are no sessions on this machine yet. "rounds --demo" loads some to look at.');
}
