import type { RankedHunk } from '../../app/deconstruct/list-hunks.ts';
import type { DeconstructedHunk } from '../../model/deconstruction.ts';
import type { Terminal } from '../terminal.ts';
import { toCount } from '../text/format-quantities.ts';
import { toPlain, toPlainLine } from '../text/to-plain.ts';
import { cutToWidth } from '../text/wrap-text.ts';

type Shown = Pick<RankedHunk, 'id' | 'path' | 'hunk' | 'reasons'>;
type Styling = Pick<Terminal, 'style' | 'width'>;

const MOST_LINES = 24;

/** The hunk as a diff, with what makes it worth a look. */
export function formatHunk({ id, path, hunk, reasons }: Shown, { style, width }: Styling): string {
  const shown = hunk.lines.slice(0, MOST_LINES).map((line) => {
    const text = cutToWidth(toPlain(line).replaceAll('\t', '  ').replaceAll('\n', ' '), width - 2);
    return `  ${line[0] === '+' ? style('green', text) : line[0] === '-' ? style('red', text) : style('dim', text)}`;
  });
  const more = hunk.lines.length - shown.length;
  return [
    `${style('bold', `${toPlainLine(path)}:${Math.max(1, hunk.newStart)}`)} ${style('dim', id.slice(0, 6))}`,
    ...(reasons.length > 0 ? [style('dim', `  ${reasons.map(toPlainLine).join('; ')}`)] : []),
    ...shown,
    ...(more > 0 ? [style('dim', `  … ${toCount(more, 'line')} more`)] : []),
  ].join('\n');
}

const MOST_TESTS = 3;

/** What happened without it, and whether that was expected. */
export function formatFinding({ finding, failingTests, prediction, predictedRight }: DeconstructedHunk, { style }: Styling): string {
  const named = failingTests.slice(0, MOST_TESTS).map(toPlainLine).join('; ');
  const more = failingTests.length - MOST_TESTS;
  const what =
    finding === 'could-not-run'
      ? style('yellow', '  could not be taken out or run')
      : finding === 'unexplained'
        ? style('yellow', '  nothing fails without it: untested, unneeded, or not understood')
        : `  without it: ${named === '' ? 'the tests fail before any of them is named' : `${named}${more > 0 ? ` and ${more} more` : ''}`}`;
  if (prediction === null || predictedRight === null) return what;
  return `${what}\n  ${predictedRight ? style('green', 'as you expected') : style('yellow', 'not what you expected')}`;
}

/** One line of the list of what nobody has explained. */
export function formatUnexplained({ id, path, hunk, reasons, at }: DeconstructedHunk, { style }: Styling): string {
  const first = hunk.lines.find((line) => line[0] === '+') ?? hunk.lines.find((line) => line[0] === '-') ?? '';
  const head = `${style('cyan', id.slice(0, 6))} ${toPlainLine(path)}:${Math.max(1, hunk.newStart)} ${style('dim', at.slice(0, 10))}`;
  return `${head}\n  ${toPlainLine(first.slice(1).trim())}${reasons.length > 0 ? style('dim', `  (${reasons.map(toPlainLine).join('; ')})`) : ''}`;
}
