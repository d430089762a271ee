import { AGENT_LABELS } from '../../model/agent-names.ts';
import type { Case } from '../../model/case.ts';
import type { Terminal } from '../terminal.ts';
import { toCount } from '../text/format-quantities.ts';
import { toPlain, toPlainLine } from '../text/to-plain.ts';
import { cutToWidth, wrapText } from '../text/wrap-text.ts';
import { formatBlock } from './format-blocks.ts';
import { listCaseBlocks, type CaseLine } from './list-case-blocks.ts';

const MOST_TASK_LINES = 30;

export interface ShownCase {
  readonly text: readonly string[];
  readonly lines: readonly CaseLine[];
}

/** The case before the reveal: the question, the task in the person's words, then what was visible, each line with its number. */
export function toShownCase(found: Case, terminal: Pick<Terminal, 'style' | 'width'>): ShownCase {
  const { width, style } = terminal;
  const { blocks, earlier } = listCaseBlocks(found);
  const lines = blocks.flatMap((block) => block.lines);
  const gutter = String(lines.length).length;
  const where = [toPlainLine(found.sessionTitle), found.repository && toPlainLine(found.repository), AGENT_LABELS[found.agent], found.at?.slice(0, 10)];
  const quoted = (title: string, said: Case['task']): string[] =>
    said ? [style('dim', title), ...bound(wrapText(toPlain(said.text), width - 2)).map((line) => `  ${line}`.trimEnd()), ''] : [];
  return {
    lines,
    text: [
      ...wrapText(toPlainLine(found.question), width).map((line) => style('bold', line)),
      style('dim', cutToWidth(`${where.filter(Boolean).join(' · ')} · about ${found.minutes} min`, width)),
      '',
      ...quoted('The task', found.task),
      ...quoted('Last said', found.lastAsked),
      ...(earlier > 0 ? [style('dim', `… ${toCount(earlier, 'earlier event')}`)] : []),
      ...blocks.flatMap((block) => formatBlock(block, gutter, terminal)),
      '',
    ],
  };
}

const bound = (lines: readonly string[]): readonly string[] =>
  lines.length > MOST_TASK_LINES ? [...lines.slice(0, MOST_TASK_LINES), `… ${toCount(lines.length - MOST_TASK_LINES, 'more line')}`] : lines;
