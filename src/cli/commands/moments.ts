import { findById } from '../../app/find-by-id.ts';
import { listMoments, type MomentList } from '../../app/list-moments.ts';
import { listRankedMoments, type RankedMoment } from '../../app/ranking/list-ranked-moments.ts';
import type { MomentCard } from '../../model/api/today.ts';
import { problem } from '../../model/problem.ts';
import type { Command, CommandContext } from '../command.ts';
import { parseCount } from '../parse-count.ts';
import { formatExplained } from '../ranking/format-score.ts';
import { reportProblem } from '../report-problem.ts';
import { toCount, toDay } from '../text/format-quantities.ts';
import { toPlainLine, toSafeJson } from '../text/to-plain.ts';
import { cutToWidth, wrapText } from '../text/wrap-text.ts';
import { withApp } from '../with-app.ts';

interface MomentsOptions {
  readonly session?: string;
  readonly limit: number;
  readonly explain?: boolean;
  readonly json?: boolean;
}

export const command: Command = {
  register: (commander, context) => {
    commander
      .option('--session <id>', 'only those of this session')
      .option('--limit <n>', 'how many, newest session first', parseCount, 10)
      .option('--explain', 'best first in each session, which rule found each, and how its rank came about')
      .option('--json', 'print JSON')
      .addHelpText(
        'after',
        '\nWithout --explain nothing here tells what a moment was found for or how it ended: see "rounds show ID --reveal".\n\nExample:\n  rounds moments --limit 5\n  rounds moments --explain',
      )
      .action((options: MomentsOptions) =>
        withApp(context, (app) => {
          const session = options.session === undefined ? undefined : findById(app, options.session);
          if (session && !session.ok) return reportProblem(context, session.problem);
          if (session?.value.noun === 'moment') return reportProblem(context, problem('wrong-usage', `${session.value.id} is a moment, not a session.`));
          const query = { limit: options.limit, session: session?.value.id };
          const listed = options.explain ? listRankedMoments(app, query) : listMoments(app, query);
          if (!listed.ok) return reportProblem(context, listed.problem);
          if (options.json) context.terminal.print(toSafeJson(listed.value));
          else print(listed.value, app.clock(), context);
        }),
      );
  },
};

interface Listed extends MomentList {
  readonly moments: readonly (MomentCard & Partial<Pick<RankedMoment, 'explained'>>)[];
}

function print({ moments, total }: Listed, now: Date, { terminal }: CommandContext): void {
  if (total === 0) return terminal.print('No moments. "rounds import" reads your agents\' sessions; "rounds demo" loads some to look at.');
  for (const [index, moment] of moments.entries()) {
    if (moments[index - 1]?.session !== moment.session) printSession(moment, now, terminal, index === 0);
    printMoment(moment, terminal);
    if (moment.explained) for (const line of formatExplained(moment.explained, terminal, terminal.width - 2)) terminal.print(`  ${line}`);
  }
  if (total > moments.length) terminal.tell(`${moments.length} of ${toCount(total, 'moment')}; more with --limit`);
}

function printSession({ sessionTitle, repository, at }: MomentCard, now: Date, terminal: CommandContext['terminal'], isFirst: boolean): void {
  if (!isFirst) terminal.print();
  terminal.print(terminal.style('bold', cutToWidth(toPlainLine(sessionTitle), terminal.width)));
  terminal.print(terminal.style('dim', [repository && toPlainLine(repository), toDay(at, now)].filter(Boolean).join(' · ')));
}

function printMoment({ question, place, context, minutes, id }: MomentCard, terminal: CommandContext['terminal']): void {
  terminal.print();
  for (const line of wrapText(toPlainLine(question), terminal.width - 2)) terminal.print(`  ${line}`);
  terminal.print(`  ${terminal.style('dim', cutToWidth(`${toPlainLine(place)} · ${context} · about ${minutes} min`, terminal.width - 2))}`);
  terminal.print(`  ${terminal.style('cyan', id)}`);
}
