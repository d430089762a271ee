import { Option } from 'commander';
import { listSessions } from '../../app/list-sessions.ts';
import { AGENT_LABELS, AGENT_NAMES, type AgentName } from '../../model/agent-names.ts';
import type { SessionList, SessionRow } from '../../model/api/sessions.ts';
import type { Command, CommandContext } from '../command.ts';
import { parseCount } from '../parse-count.ts';
import { reportProblem } from '../report-problem.ts';
import { toCount, toDay } from '../text/format-quantities.ts';
import { formatTable, type Column } from '../text/format-table.ts';
import { toPlainLine, toSafeJson } from '../text/to-plain.ts';
import { withApp } from '../with-app.ts';

interface SessionsOptions {
  readonly agent?: AgentName;
  readonly repository?: string;
  readonly query?: string;
  readonly limit: number;
  readonly json?: boolean;
}

export const command: Command = {
  register: (commander, context) => {
    commander
      .addOption(new Option('--agent <name>', 'only sessions of this agent').choices(AGENT_NAMES))
      .option('--repository <name>', 'only sessions in this repository, as the list names it')
      .option('--query <words>', 'only sessions whose title or prompts hold these words')
      .option('--limit <n>', 'how many, newest first', parseCount, 20)
      .option('--json', 'print JSON')
      .addHelpText('after', '\nExample:\n  rounds sessions --agent codex --query "flaky test"')
      .action((options: SessionsOptions) =>
        withApp(context, (app) => {
          const { agent, repository, query, limit } = options;
          const listed = listSessions(app, { agent, repository, query, limit });
          if (!listed.ok) return reportProblem(context, listed.problem);
          if (options.json) context.terminal.print(toSafeJson(listed.value));
          else print(listed.value, app.clock(), context);
        }),
      );
  },
};

function print({ sessions, total }: SessionList, now: Date, { terminal }: CommandContext): void {
  if (total === 0) return terminal.print('No sessions. "rounds import" reads those of your agents; "rounds demo" loads some to look at.');
  const { heading, lines } = formatTable(sessions, toColumns(now), terminal.width);
  terminal.print(terminal.style('dim', heading));
  for (const line of lines) terminal.print(line);
  if (total > sessions.length) terminal.tell(`${sessions.length} of ${toCount(total, 'session')}; more with --limit`);
}

const toColumns = (now: Date): Column<SessionRow>[] => [
  { title: 'id', value: ({ id }) => id.slice(0, 10) },
  { title: 'when', value: ({ endedAt, startedAt }) => toDay(endedAt ?? startedAt, now) },
  { title: 'agent', value: ({ agent }) => AGENT_LABELS[agent] },
  { title: 'session', value: ({ title }) => toPlainLine(title), isFlexible: true },
  { title: 'edits', value: ({ counts }) => String(counts.edits), side: 'right' },
  { title: 'runs', value: ({ counts }) => (counts.runsRed > 0 ? `${counts.runs} (${counts.runsRed} red)` : String(counts.runs)), side: 'right' },
  { title: 'moments', value: ({ counts }) => String(counts.moments), side: 'right' },
];
