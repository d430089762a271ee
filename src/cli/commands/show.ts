import { findById } from '../../app/find-by-id.ts';
import { explainMoment } from '../../app/ranking/explain-moment.ts';
import { revealMoment } from '../../app/reveal-moment.ts';
import { showMoment } from '../../app/show-moment.ts';
import { showSession } from '../../app/show-session.ts';
import type { App } from '../../app/app.ts';
import type { MomentId } from '../../model/moment.ts';
import type { SessionId } from '../../model/session.ts';
import type { Command, CommandContext } from '../command.ts';
import { formatExplained } from '../ranking/format-score.ts';
import { reportProblem } from '../report-problem.ts';
import { formatCase } from '../show/format-case.ts';
import { formatOutcome } from '../show/format-outcome.ts';
import { formatSession } from '../show/format-session.ts';
import { toSafeJson } from '../text/to-plain.ts';
import { withApp } from '../with-app.ts';

interface ShowOptions {
  readonly reveal?: boolean;
  readonly explain?: boolean;
  readonly json?: boolean;
}

export const command: Command = {
  register: (commander, context) => {
    commander
      .argument('<id>', 'of a moment or a session, or enough of its beginning')
      .option('--reveal', 'also what is withheld: what it was found for, and what came later')
      .option('--explain', 'also which rule found it, and how its rank came about')
      .option('--json', 'print JSON')
      .addHelpText('after', '\nExample:\n  rounds show m_1a2b\n  rounds show m_1a2b --reveal\n  rounds show m_1a2b --explain')
      .action((id: string, options: ShowOptions) =>
        withApp(context, (app) => {
          const found = findById(app, id);
          if (!found.ok) return reportProblem(context, found.problem);
          if (found.value.noun === 'moment') printMoment(app, found.value.id, options, context);
          else printSession(app, found.value.id, options, context);
        }),
      );
  },
};

function printMoment(app: App, id: MomentId, { reveal, explain, json }: ShowOptions, context: CommandContext): void {
  const { terminal } = context;
  const shown = showMoment(app, id);
  if (!shown.ok) return reportProblem(context, shown.problem);
  const revealed = reveal ? revealMoment(app, id) : null;
  if (revealed && !revealed.ok) return reportProblem(context, revealed.problem);
  const explained = explain ? explainMoment(app, id) : null;
  if (explained && !explained.ok) return reportProblem(context, explained.problem);
  if (json)
    return terminal.print(
      toSafeJson({ ...shown.value, ...(revealed ? { outcome: revealed.value } : {}), ...(explained ? { explained: explained.value } : {}) }),
    );
  for (const line of formatCase(shown.value.case, terminal)) terminal.print(line);
  if (revealed) for (const line of formatOutcome(revealed.value, terminal)) terminal.print(line);
  if (explained) for (const line of [...formatExplained(explained.value, terminal, terminal.width), '']) terminal.print(line);
  if (!revealed)
    terminal.print(terminal.style('dim', `What came later is withheld: "rounds show ${id.slice(0, 10)} --reveal" opens it, "rounds" lets you judge first.`));
}

function printSession(app: App, id: SessionId, { json }: ShowOptions, context: CommandContext): void {
  const { terminal } = context;
  const shown = showSession(app, id);
  if (!shown.ok) return reportProblem(context, shown.problem);
  if (json) terminal.print(toSafeJson(shown.value));
  else for (const line of formatSession(shown.value, app.clock(), terminal)) terminal.print(line);
}
