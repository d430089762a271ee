import type { Dismissed, DismissedMoment } from '../../model/api/ranking.ts';
import type { Terminal } from '../terminal.ts';
import { toCount, toDay } from '../text/format-quantities.ts';
import { toPlainLine } from '../text/to-plain.ts';
import { wrapText } from '../text/wrap-text.ts';

/** What calling it legitimate did to others, as a sentence; nothing for the other reasons. */
export function formatLowered(legitimate: Dismissed['legitimate']): string {
  if (!legitimate) return '';
  const { repository, times, others } = legitimate;
  const where = repository === null ? 'where no repository is known' : `in ${toPlainLine(repository)}`;
  return `Called legitimate ${where} ${times === 1 ? 'once' : `${times} times`}: ${others === 0 ? 'no other moment like it there yet' : `${toCount(others, 'other moment')} like it there ${others === 1 ? 'ranks' : 'rank'} lower`}.`;
}

export function formatDismissed({ moment, question, dismissal, at, legitimate }: DismissedMoment, now: Date, terminal: Terminal): string[] {
  const indent = (text: string): string[] => wrapText(toPlainLine(text), terminal.width - 2).map((line) => `  ${line}`);
  return [
    `${terminal.style('cyan', moment)}  ${dismissal.reason.replaceAll('-', ' ')} · ${toDay(at, now)}`,
    ...indent(question),
    ...(dismissal.note ? indent(`Note: ${dismissal.note}`) : []),
    ...(legitimate ? indent(formatLowered(legitimate)).map((line) => terminal.style('dim', line)) : []),
    '',
  ];
}
