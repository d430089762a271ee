import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { InvalidArgumentError } from 'commander';
import type { App } from '../../app/app.ts';
import { lookThroughCalendar, type LookedThrough } from '../../app/calendar/look-through-calendar.ts';
import { problem } from '../../model/problem.ts';
import type { Command, CommandContext } from '../command.ts';
import { reportProblem } from '../report-problem.ts';
import { toPlainLine, toSafeJson } from '../text/to-plain.ts';
import { withApp } from '../with-app.ts';

interface Options {
  readonly with?: string;
  readonly offer?: readonly number[];
  readonly all?: boolean;
  readonly json?: boolean;
}

const EXAMPLE = `
Finds meetings of you and your partner in a calendar file (.ics). It is read on this machine: of what you offer only when it began and
ended leaves it, and it counts as protected time once the other confirms it.

Example:
  rounds calendar mine.ics                  what looks like meetings of the two of you, with numbers
  rounds calendar mine.ics --offer 1,3      offer these to the other
  rounds calendar mine.ics --with Ben --all`;

export const command: Command = {
  register: (commander, context) => {
    commander
      .argument('<file>', 'a calendar, as your calendar program exports it')
      .option('--with <name>', 'with whom, where you have more than one year')
      .option('--offer <numbers>', 'offer these, with commas between', parseNumbers)
      .option('--all', 'show everything in it, not only what looks like meetings of the two of you')
      .option('--json', 'print JSON')
      .addHelpText('after', EXAMPLE)
      .action((file: string, options: Options) => withApp(context, (app) => look(app, file, options, context)));
  },
};

function parseNumbers(text: string): readonly number[] {
  const numbers = text.split(',').map((part) => Number(part.trim()));
  if (!numbers.every((n) => Number.isInteger(n) && n >= 1)) throw new InvalidArgumentError('Give numbers of the list, with commas between.');
  return numbers;
}

async function look(app: App, file: string, options: Options, context: CommandContext): Promise<void> {
  const { terminal } = context;
  const text = await readFile(resolve(app.environment.folder, file), 'utf8').catch(() => null);
  if (text === null)
    return reportProblem(context, problem('not-found', `${toPlainLine(file)} cannot be read.`, { next: 'Look at its name and whether you may read it.' }));
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const looked = await lookThroughCalendar(app, { text, partner: options.with ?? '', zone, offer: options.offer ?? [] });
  if (!looked.ok) return reportProblem(context, looked.problem);
  if (options.json) return terminal.print(toSafeJson(looked.value));
  const { partner, offered, known } = looked.value;
  if (!options.offer) return list(looked.value, options.all === true, context);
  terminal.print(
    `${offered} ${offered === 1 ? 'time' : 'times'} offered to ${toPlainLine(partner)}, who confirms them.${known > 0 ? ` ${known} had been before.` : ''}`,
  );
}

function list({ partner, series, leftOut }: LookedThrough, showsAll: boolean, { terminal }: CommandContext): void {
  const when = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });
  const shown = series.flatMap((each, index) => (showsAll || each.isLikely ? [{ ...each, n: index + 1 }] : []));
  for (const { n, title, times } of shown) {
    const [first] = times;
    if (first)
      terminal.print(
        `${String(n).padStart(3)}  ${when.format(new Date(first.from))}  ${times.length > 1 ? `${times.length} times  ` : ''}${toPlainLine(title)}`,
      );
  }
  if (shown.length === 0) terminal.tell(`Nothing in it looks like a meeting of you and ${toPlainLine(partner)}.`);
  if (shown.length < series.length) terminal.tell(`${series.length - shown.length} more with --all.`);
  if (leftOut > 0) terminal.tell(`${leftOut} entries were left out: whole days, called off, or not to be read.`);
}
