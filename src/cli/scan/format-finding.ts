import { describeStage } from '../../app/ranking/find-precision.ts';
import type { CodeFinding } from '../../app/scan-diff/find-in-diff.ts';
import { toPlainLine } from '../text/to-plain.ts';
import { cutToWidth, wrapText } from '../text/wrap-text.ts';
import type { FormatOptions } from './format-moments.ts';

const INDENT = '    ';

/** One finding as compilers print them, `path:line: what [rule]`, so that editors and terminals can jump there. */
export function formatFinding({ registered, path, start, title, quote, also, confidence }: CodeFinding, { terminal, explain }: FormatOptions): string[] {
  const { rule, text } = registered;
  const width = terminal.width - INDENT.length;
  const more = also.length > 0 ? ` (also line ${also.map((other) => other.start).join(', ')})` : '';
  const explanation = explain
    ? [
        `${rule.meta.kind} · ${rule.meta.id} v${rule.meta.version} · confidence ${confidence.toFixed(2)}`,
        ...wrapText(describeStage(rule.meta.id), width),
        ...wrapText(toPlainLine(text.whatToDo), width),
      ]
    : [];
  return [
    `${terminal.style('bold', `${toPlainLine(path)}:${start}:`)} ${toPlainLine(title)}${more} ${terminal.style('dim', `[${rule.meta.id}]`)}`,
    INDENT + terminal.style('cyan', cutToWidth(toPlainLine(quote), width)),
    ...explanation.map((line) => INDENT + terminal.style('dim', line)),
  ];
}
