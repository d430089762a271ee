import { blameOrigins, type BlamedFile } from '../../app/origins/blame-origins.ts';
import { AGENT_LABELS } from '../../model/agent-names.ts';
import type { Command, CommandContext } from '../command.ts';
import { reportProblem } from '../report-problem.ts';
import { toCount, toDay } from '../text/format-quantities.ts';
import { toPlain, toPlainLine, toSafeJson } from '../text/to-plain.ts';
import { cutToWidth } from '../text/wrap-text.ts';
import { withApp } from '../with-app.ts';

export const command: Command = {
  register: (commander, context) => {
    commander
      .argument('<file>', 'a file in a git repository')
      .option('--json', 'print JSON')
      .addHelpText('after', '\nExample:\n  rounds blame src/server.ts\n\nIt looks at the sessions already read; "rounds import" reads what is new.')
      .action((file: string, options: { json?: boolean }) =>
        withApp(context, async (app) => {
          const blamed = await blameOrigins(app, file);
          if (!blamed.ok) return reportProblem(context, blamed.problem);
          if (options.json) context.terminal.print(toSafeJson(blamed.value));
          else print(blamed.value, app.clock(), context);
        }),
      );
  },
};

/** Characters of a session's id that tell it apart in a list. */
const ID = 8;

function print({ lines, sessions, looked }: BlamedFile, now: Date, { terminal }: CommandContext): void {
  const agentById = new Map(sessions.map(({ id, agent }) => [id, AGENT_LABELS[agent]]));
  const names = lines.map(({ by, session }) =>
    by === 'agent' ? (session ? `${agentById.get(session) ?? 'agent'} ${session.slice(2, 2 + ID)}` : 'agent') : by === 'person' ? 'a person' : '–',
  );
  const width = Math.max(0, ...names.map((name) => name.length));
  const digits = String(lines.length).length;
  for (const [at, { line, text, commit, confidence, by }] of lines.entries()) {
    const sure = by === 'unknown' ? '    ' : `${String(Math.round(confidence * 100)).padStart(3)}%`;
    const head = `${(commit ?? '').slice(0, 8).padEnd(8)} ${(names[at] ?? '').padEnd(width)} ${sure} ${String(line).padStart(digits)}`;
    terminal.print(
      `${terminal.style('dim', head)} ${cutToWidth(toPlain(text).replaceAll('\t', '  ').replaceAll('\n', ' '), Math.max(20, terminal.width - head.length - 1))}`.trimEnd(),
    );
  }
  for (const { id, agent, title, startedAt, lines: count } of sessions)
    terminal.tell(`${id.slice(2, 2 + ID)} ${toCount(count, 'line')}: ${AGENT_LABELS[agent]}, ${toPlainLine(title)} (${toDay(startedAt, now)})`);
  const unknown = lines.filter(({ by }) => by === 'unknown').length;
  if (unknown > 0) terminal.tell(`${toCount(unknown, 'line')} of unknown origin, in ${toCount(looked.sessions, 'session')} of this repository.`);
}
