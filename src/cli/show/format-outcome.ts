import type { Outcome } from '../../model/case.ts';
import type { Terminal } from '../terminal.ts';
import { toPlain, toPlainLine } from '../text/to-plain.ts';
import { cutToWidth, wrapText } from '../text/wrap-text.ts';

const ANSWERS = new Map<boolean | null, string>([
  [true, 'yes'],
  [false, 'no'],
  [null, 'open'],
]);

/** What was withheld: what happened next, then why it matters. */
export function formatOutcome(outcome: Outcome, terminal: Terminal): string[] {
  const { title, kind, rule, sound, why, whatToDo, hindsight, evidence, propositions, precision } = outcome;
  const paragraph = (text: string): string[] =>
    toPlain(text)
      .split('\n')
      .flatMap((line) => wrapText(line, terminal.width));
  const cited = (line: number, quote: string): string => cutToWidth(`  line ${line}: ${toPlainLine(quote)}`, terminal.width);
  const section = (name: string, lines: readonly string[]): string[] => (lines.length > 0 ? [terminal.style('dim', name), ...lines, ''] : []);
  return [
    ...wrapText(toPlainLine(title), terminal.width).map((line) => terminal.style('yellow', line)),
    terminal.style(
      'dim',
      [kind, rule, sound ? 'a sound decision' : '', precision ? `right in ${precision.right} of ${precision.of} labelled places` : '']
        .filter(Boolean)
        .join(' · '),
    ),
    '',
    ...section(
      'What happened next',
      hindsight.map(({ start, quote }) => cited(start, quote)),
    ),
    ...section(
      'What it rests on',
      evidence.map(({ line, quote }) => cited(line, quote)),
    ),
    ...section(
      'How it settled',
      propositions.map(({ text, truth }) => cutToWidth(`  ${(ANSWERS.get(truth) ?? '').padEnd(5)}${toPlainLine(text)}`, terminal.width)),
    ),
    ...section('Why it matters', paragraph(why)),
    ...section('What to do', paragraph(whatToDo)),
  ];
}
