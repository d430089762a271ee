import type { Action, EventOf, SessionEvent } from '../../model/event.ts';
import type { Terminal } from '../terminal.ts';
import { toPlain, toPlainLine } from '../text/to-plain.ts';
import { cutToWidth, wrapText } from '../text/wrap-text.ts';

const MOST_TEXT_LINES = 14;
const MOST_RESULT_LINES = 8;
const MOST_DIFF_LINES = 40;
const GUTTER = 9;

/** One event as a few lines: who or what on the left, the words or the diff on the right. */
export function formatEvent(event: SessionEvent, terminal: Terminal): string[] {
  const width = terminal.width - GUTTER;
  switch (event.kind) {
    case 'prompt':
      return label(event.origin === 'human' ? 'you' : event.origin, bound(wrapText(toPlain(event.text), width), MOST_TEXT_LINES), terminal, 'bold');
    case 'reply':
      return label('agent', bound(wrapText(toPlain(event.text), width), MOST_TEXT_LINES), terminal);
    case 'reasoning':
      return label('thinks', bound(wrapText(toPlain(event.text), width), MOST_TEXT_LINES), terminal, 'dim');
    case 'call':
      return label(
        event.action.type === 'run' ? '$' : toPlainLine(event.tool).slice(0, 7),
        bound(wrapText(toPlain(describeAction(event.action)), width), MOST_RESULT_LINES),
        terminal,
        'cyan',
      );
    case 'result':
      return formatResult(event, terminal, width);
    case 'edit':
      return formatEdit(event, terminal, width);
    case 'interruption':
      return label('stop', [event.reason ? toPlainLine(event.reason) : 'interrupted'], terminal, 'yellow');
    case 'compaction':
      return label('', ['the conversation was compacted here'], terminal, 'dim');
    case 'rollback':
      return label('', [`the conversation was taken back by ${event.turns} turns`], terminal, 'dim');
    case 'note':
      return label('note', bound(wrapText(toPlain(event.text), width), MOST_RESULT_LINES), terminal, 'dim');
  }
}

export function describeAction(action: Action): string {
  switch (action.type) {
    case 'run':
      return action.command;
    case 'edit':
      return action.paths.join(', ');
    case 'read':
      return action.path;
    case 'search':
      return [action.query, action.path].filter(Boolean).join(' in ');
    case 'plan':
      return action.text;
    case 'ask':
      return action.questions.join(' ');
    case 'delegate':
      return action.prompt;
    case 'fetch':
      return action.target;
    case 'track':
      return action.items.join(' · ');
    case 'continue':
    case 'other':
      return action.input ?? '';
  }
}

function formatResult(event: EventOf<'result'>, terminal: Terminal, width: number): string[] {
  const lines = toPlain(event.text)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => cutToWidth(line.replaceAll('\t', '  '), width));
  const tail =
    lines.length > MOST_RESULT_LINES
      ? [...lines.slice(0, 3), `… ${lines.length - MOST_RESULT_LINES} more lines`, ...lines.slice(-(MOST_RESULT_LINES - 3))]
      : lines;
  const isRed = event.outcome === 'failed';
  const status = event.exitCode !== undefined && event.exitCode !== 0 ? `exit ${event.exitCode}` : event.outcome === 'ok' ? '' : event.outcome;
  return [...(status ? label('', [status], terminal, isRed ? 'red' : 'yellow') : []), ...label('', tail, terminal, 'dim')];
}

function formatEdit({ path, change, hunks }: EventOf<'edit'>, terminal: Terminal, width: number): string[] {
  const rows = hunks.flatMap(({ lines }) => lines);
  const shown = rows.slice(0, MOST_DIFF_LINES).map((row) => paint(cutToWidth(toPlain(row).replaceAll('\t', '  ').replaceAll('\n', ' '), width), terminal));
  const more = rows.length > shown.length ? [terminal.style('dim', `… ${rows.length - shown.length} more lines`)] : [];
  return [...label(change, [toPlainLine(path)], terminal, 'cyan'), ...[...shown, ...more].map((line) => ' '.repeat(GUTTER) + line)];
}

const paint = (row: string, terminal: Terminal): string =>
  row.startsWith('+') ? terminal.style('green', row) : row.startsWith('-') ? terminal.style('red', row) : row;

function bound(lines: string[], most: number): string[] {
  return lines.length > most ? [...lines.slice(0, most - 1), `… ${lines.length - most + 1} more lines`] : lines;
}

function label(name: string, lines: readonly string[], terminal: Terminal, style?: Parameters<Terminal['style']>[0]): string[] {
  return lines
    .map((line, index) => terminal.style('dim', (index === 0 ? name : '').slice(0, GUTTER - 1).padEnd(GUTTER)) + (style ? terminal.style(style, line) : line))
    .map((line) => line.trimEnd());
}
