import { findWebRoot } from '../../app/find-web-root.ts';
import { readEnvironment } from '../../app/read-environment.ts';
import { makeSetUpLink } from '../../app/team/accounts/make-set-up-link.ts';
import { openTeamDatabase } from '../../app/team/open-team-database.ts';
import type { OpenedTeamApp } from '../../app/team/open-team-app.ts';
import { DEFAULT_TEAM_PORT, readTeamSettings, type ServeOptions } from '../../server/team/read-team-settings.ts';
import { createLineLog } from '../../server/team/log/create-line-log.ts';
import { startTeamServer } from '../../server/team/start-team-server.ts';
import type { Command, CommandContext } from '../command.ts';
import { parsePort } from '../register-open.ts';
import { reportProblem } from '../report-problem.ts';
import { tellBug } from '../tell-bug.ts';
import { waitForSignal } from '../wait-for-signal.ts';

interface Options extends ServeOptions {
  readonly newOrganisation?: boolean;
}

const clock = (): Date => new Date();

export const command: Command = {
  register: (commander, context) => {
    commander
      .option('--port <number>', `port (default: ${DEFAULT_TEAM_PORT})`, parsePort)
      .option('--host <address>', 'address to listen on (default: 127.0.0.1, this machine alone)')
      .option('--url <address>', 'where people reach it, several with commas between; needed with --host')
      .option('--new-organisation', 'print a link that sets up one more organisation')
      .addHelpText(
        'after',
        `
Serves a team: cases that people share, rounds for two, lessons. It keeps them in a PostgreSQL that comes with Rounds, or in the
one of DATABASE_URL; keys are kept beside it (ROUNDS_KEYS), never in it. The first start prints a link that sets the
organisation up. Several processes may serve one database. Put a proxy with https before it, say its address with --url or
ROUNDS_URL, and the proxy's own with ROUNDS_PROXY. People sign in with a password, or through ROUNDS_OIDC_ISSUER,
ROUNDS_OIDC_CLIENT_ID and ROUNDS_OIDC_CLIENT_SECRET. With ROUNDS_SMTP_URL and ROUNDS_MAIL_FROM it sends e-mail. More: docs/team-server.md.

Example:
  rounds serve
  rounds serve --host 0.0.0.0 --url https://rounds.example.org`,
      )
      .action((options: Options) => serve(options, context));
  },
};

async function serve(options: Options, context: CommandContext): Promise<void> {
  const { terminal } = context;
  const environment = readEnvironment();
  const settings = readTeamSettings(options, environment.variables);
  if (!settings.ok) return reportProblem(context, settings.problem);
  const log = createLineLog({ write: (line) => void process.stderr.write(line), clock });
  // From here on: a signal that came while it starts would otherwise leave the database's server behind.
  const stopped = waitForSignal();
  const opened = await openTeamDatabase({ environment, tell: ({ kind }) => log.tell('database', { kind }) });
  if (!opened.ok) return reportProblem(context, opened.problem);
  const { database, keys } = opened.value;
  try {
    const reportBug = (error: unknown): void => tellBug(context, error);
    const started = await startTeamServer({ ...settings.value, database, keys, webRoot: findWebRoot(), log, clock, reportBug });
    if (!started.ok) return reportProblem(context, started.problem);
    const { url, setUpLink, app, close } = started.value;
    // The address alone on the first line: programs that start Rounds read it.
    terminal.print(terminal.isInteractive ? `Rounds serves your team at ${terminal.style('cyan', url)}` : url);
    await printSetUpLink(setUpLink, app, options, context);
    await stopped;
    await close();
  } finally {
    await database.close();
  }
}

async function printSetUpLink(first: string | null, app: OpenedTeamApp['app'], { newOrganisation }: Options, { terminal }: CommandContext): Promise<void> {
  const link = first ?? (newOrganisation ? await makeSetUpLink(app) : null);
  if (link === null) return;
  terminal.tell('Whoever opens this link sets the organisation up and becomes its owner. It works once, for 7 days:');
  terminal.print(link);
}
