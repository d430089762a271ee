import type { Lesson } from '../../model/team/lesson.ts';
import type { Terminal } from '../terminal.ts';
import { toDay } from '../text/format-quantities.ts';
import { toPlain, toPlainLine } from '../text/to-plain.ts';
import { wrapText } from '../text/wrap-text.ts';

const INDENT = 2;

/** A lesson as lines for a terminal: its rule, where it holds, and why. */
export function formatLesson({ id, rule, reasoning, anchors, tags, stale, createdAt }: Lesson, now: Date, { style, width }: Terminal): string[] {
  const indented = (text: string, most: number): string[] =>
    wrapText(toPlain(text), width - INDENT)
      .slice(0, most)
      .map((line) => `${' '.repeat(INDENT)}${line}`.trimEnd());
  const places = anchors.map(({ path, symbol, startLine, endLine }) => `${path}:${startLine}-${endLine}${symbol === null ? '' : ` (${symbol})`}`);
  return [
    ...wrapText(toPlainLine(rule), width).map((line) => style('bold', line)),
    ...(stale ? [style('yellow', '  its code has changed: does it still hold?')] : []),
    ...indented(reasoning, 6),
    style('dim', `  ${[id, toDay(createdAt, now), ...places.map(toPlainLine), ...tags.map((tag) => `#${toPlainLine(tag)}`)].join('  ')}`),
  ];
}
