import { InvalidArgumentError, Option } from 'commander';
import { findById } from '../../app/find-by-id.ts';
import { searchSessions } from '../../app/search-sessions.ts';
import { AGENT_LABELS, AGENT_NAMES, type AgentName } from '../../model/agent-names.ts';
import type { FoundSession, SearchHit, SearchResults, TextMarks } from '../../model/api/search.ts';
import { problem } from '../../model/problem.ts';
import { SEARCH_KIND_LABELS, SEARCH_KINDS, type SearchKind } from '../../model/search-kinds.ts';
import type { SessionId } from '../../model/session.ts';
import type { Command, CommandContext } from '../command.ts';
import { parseCount } from '../parse-count.ts';
import { reportProblem } from '../report-problem.ts';
import { toCount, toDay } from '../text/format-quantities.ts';
import { toPlainLine, toSafeJson } from '../text/to-plain.ts';
import { cutToWidth, measureWidth } from '../text/wrap-text.ts';
import { withApp } from '../with-app.ts';

interface SearchOptions {
  readonly kind?: SearchKind;
  readonly agent?: AgentName;
  readonly repo?: string;
  readonly from?: string;
  readonly to?: string;
  readonly session?: string;
  readonly limit: number;
  readonly json?: boolean;
}

/** Without zod, which takes longer to load than a search to run. */
const parseDate = (text: string): string => {
  const day = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text) throw new InvalidArgumentError('It is a day, as 2026-03-31.');
  return text;
};

export const command: Command = {
  register: (commander, context) => {
    commander
      .argument('<query...>', 'words; "an exact phrase", -not, OR between two words, begin*')
      .addOption(new Option('--kind <kind>', 'only this kind of event').choices(SEARCH_KINDS))
      .addOption(new Option('--agent <name>', 'only sessions of this agent').choices(AGENT_NAMES))
      .option('--repo <name>', 'only sessions in this repository, as "rounds sessions" names it')
      .option('--from <day>', 'only sessions of this day and later', parseDate)
      .option('--to <day>', 'only sessions of this day and earlier', parseDate)
      .option('--session <id>', 'only this session')
      .option('--limit <n>', 'how many sessions, best first', parseMost, 10)
      .option('--json', 'print JSON')
      .addHelpText(
        'after',
        `
All words must be in one event; names of code are found by their parts too. What begins with "-" comes after "--".

Example:
  rounds search flaky timeout --kind prompt
  rounds search '"race condition" OR deadlock' --repo birdhouse
  rounds search -- retry* -test`,
      )
      .action((words: readonly string[], options: SearchOptions) =>
        withApp(context, (app) => {
          const session = options.session === undefined ? undefined : findById(app, options.session);
          if (session && !session.ok) return reportProblem(context, session.problem);
          if (session?.value.noun === 'moment') return reportProblem(context, problem('wrong-usage', `${session.value.id} is a moment, not a session.`));
          const { repo: repository, json, ...rest } = options;
          const found = searchSessions(app, { ...rest, repository, query: words.join(' '), session: session?.value.id as SessionId | undefined });
          if (!found.ok) return reportProblem(context, found.problem);
          if (json) context.terminal.print(toSafeJson(found.value));
          else print(found.value, app.clock(), context);
        }),
      );
  },
};

const MOST_SESSIONS = 100;

function parseMost(text: string): number {
  const count = parseCount(text);
  if (count > MOST_SESSIONS) throw new InvalidArgumentError(`It is at most ${MOST_SESSIONS}.`);
  return count;
}

function print({ sessions, sessionsTotal, eventsTotal, isCut }: SearchResults, now: Date, { terminal }: CommandContext): void {
  if (sessionsTotal === 0) return terminal.print('Nothing found. Fewer words find more, and begin* finds every word that begins so.');
  for (const [index, session] of sessions.entries()) {
    if (index > 0) terminal.print();
    printSession(session, now, terminal);
  }
  const places = `${toCount(eventsTotal, 'event')} in ${toCount(sessionsTotal, 'session')}${isCut ? ', of which the newest were ranked: add a word to narrow it' : ''}`;
  terminal.tell(sessionsTotal > sessions.length ? `${sessions.length} of ${toCount(sessionsTotal, 'session')} shown; ${places}; more with --limit` : places);
}

function printSession({ id, title, agent, repository, endedAt, startedAt, events, hits }: FoundSession, now: Date, terminal: CommandContext['terminal']): void {
  terminal.print(terminal.style('bold', cutToWidth(toPlainLine(title), terminal.width)));
  const place = [id.slice(0, 10), toDay(endedAt ?? startedAt, now), AGENT_LABELS[agent], repository && toPlainLine(repository), toCount(events, 'event')];
  terminal.print(terminal.style('dim', place.filter(Boolean).join(' · ')));
  for (const hit of hits) printHit(hit, terminal);
}

function printHit({ seq, kind, text, marks, cutBefore, cutAfter }: SearchHit, terminal: CommandContext['terminal']): void {
  const label = `  ${SEARCH_KIND_LABELS[kind].padEnd(8)} #${seq}  `;
  const room = terminal.width - measureWidth(label);
  // What was looked for must be in the part a narrow terminal shows.
  const start = Math.max(0, (marks[0]?.from ?? 0) - Math.floor(room / 3));
  const shifted = marks.map(({ from, to }) => ({ from: from - start, to: to - start }));
  const parts = markParts(`${text.slice(start)}${cutAfter ? '…' : ''}`, shifted).map((part) => ({ ...part, text: toInline(part.text) }));
  const isCut = cutBefore || start > 0;
  let left = room - (isCut ? 1 : 0);
  let line = isCut ? '…' : '';
  for (const { text: part, isMarked } of parts) {
    if (left <= 0) break;
    const shown = cutToWidth(part, left);
    left -= measureWidth(shown);
    line += isMarked ? terminal.style('yellow', shown) : shown;
  }
  terminal.print(terminal.style('dim', label) + line.trimEnd());
}

/** On one line, and with the blanks at its ends: its neighbours stand right beside it. */
const toInline = (text: string): string => `${/^\s/.test(text) ? ' ' : ''}${toPlainLine(text)}${/\S\s+$/.test(text) ? ' ' : ''}`;

function markParts(text: string, marks: TextMarks): { text: string; isMarked: boolean }[] {
  let at = 0;
  const parts = marks.flatMap(({ from, to }) => {
    const pair = [
      { text: text.slice(at, from), isMarked: false },
      { text: text.slice(from, to), isMarked: true },
    ];
    at = to;
    return pair;
  });
  return [...parts, { text: text.slice(at), isMarked: false }].filter((part) => part.text !== '');
}
