import { describeMachine } from '../../app/describe-machine.ts';
import type { Machine } from '../../model/api/machine.ts';
import type { Command, CommandContext } from '../command.ts';
import { reportProblem } from '../report-problem.ts';
import { toCount, toDay, toSize } from '../text/format-quantities.ts';
import { formatTable } from '../text/format-table.ts';
import { toPlainLine, toSafeJson } from '../text/to-plain.ts';
import { wrapText } from '../text/wrap-text.ts';
import { withApp } from '../with-app.ts';

export const command: Command = {
  register: (commander, context) => {
    commander
      .option('--json', 'print JSON')
      .addHelpText('after', '\nExample:\n  rounds doctor')
      .action((options: { json?: boolean }) =>
        withApp(context, async (app) => {
          const described = await describeMachine(app);
          if (!described.ok) return reportProblem(context, described.problem);
          if (options.json) context.terminal.print(toSafeJson(described.value));
          else print(described.value, app.clock(), context);
        }),
      );
  },
};

const STATES: Readonly<Record<Machine['agents'][number]['state'], string>> = {
  read: 'read',
  absent: 'not here',
  unreadable: 'cannot be read',
};

function print({ journal, runtime, agents, lastImport, missingGrammars, demo }: Machine, now: Date, { terminal }: CommandContext): void {
  terminal.print(`Rounds ${runtime.rounds} on Node ${runtime.node}`);
  terminal.print(`Journal ${toPlainLine(journal.path)} (${toSize(journal.bytes)})`);
  terminal.print(
    `${toCount(journal.sessions, 'session')}, ${toCount(journal.events, 'event')}, ${toCount(journal.moments, 'moment')}${demo ? '; the demo is loaded' : ''}`,
  );
  terminal.print(
    lastImport
      ? `Last import ${toDay(lastImport.at, now)}: ${toCount(lastImport.files, 'file')}, ${toCount(lastImport.problems.length, 'problem')}`
      : 'Nothing was imported yet: run "rounds import".',
  );
  terminal.print();
  const { heading, lines } = formatTable(
    agents.toSorted((a, b) => Number(a.state === 'absent') - Number(b.state === 'absent')),
    [
      { title: 'agent', value: ({ label }) => label },
      { title: 'state', value: ({ state }) => STATES[state] },
      { title: 'files', value: ({ files, state }) => (state === 'absent' ? '' : String(files)), side: 'right' },
      { title: 'size', value: ({ bytes, state }) => (state === 'absent' ? '' : toSize(bytes)), side: 'right' },
      { title: 'place', value: ({ places }) => toPlainLine(places.join(', ')), isFlexible: true },
    ],
    terminal.width,
  );
  terminal.print(terminal.style('dim', heading));
  for (const line of lines) terminal.print(line);
  const notes = [
    ...agents.flatMap(({ problem, warning }) => [problem, warning]),
    missingGrammars.length > 0
      ? `No grammar is installed for ${missingGrammars.join(', ')}: such code is read by line, and fewer rules work in it.`
      : undefined,
    ...(lastImport?.problems.map(({ file, what }) => `${file}: ${what}`) ?? []),
  ].filter((note) => note !== undefined);
  if (notes.length > 0) terminal.print();
  for (const note of notes) for (const line of wrapText(toPlainLine(note), terminal.width)) terminal.print(line);
}
