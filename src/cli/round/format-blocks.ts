import type { Terminal } from '../terminal.ts';
import { toCount } from '../text/format-quantities.ts';
import { cutToWidth, wrapText } from '../text/wrap-text.ts';
import type { CaseBlock, CaseLine } from './list-case-blocks.ts';

type Styling = Pick<Terminal, 'style' | 'width'>;

/** Of a block that is not the decision: its beginning and its end. */
const HEAD = 10;
const TAIL = 14;
const NARROWEST = 12;

export function formatBlock({ label, isDecision, lines }: CaseBlock, width: number, terminal: Styling): string[] {
  const hidden = isDecision ? 0 : lines.length - HEAD - TAIL;
  const shown = hidden > 1 ? [...lines.slice(0, HEAD), null, ...lines.slice(-TAIL)] : lines;
  const head = cutToWidth(isDecision ? `── the decision: ${label}` : label, terminal.width);
  return [
    terminal.style(isDecision ? 'bold' : 'dim', head),
    ...shown.flatMap((line) =>
      line === null ? [terminal.style('dim', `${' '.repeat(width)} … ${toCount(hidden, 'more line')}`)] : formatLine(line, width, terminal),
    ),
  ];
}

/** A line behind its number; what does not fit goes on below, without one. */
export function formatLine({ number, sign, text }: CaseLine, width: number, { style, width: columns }: Styling): string[] {
  const room = Math.max(NARROWEST, columns - width - 3);
  return wrapText(text, room).map((part, index) => {
    const words = `${index === 0 ? sign : ' '} ${part}`.trimEnd();
    const painted = sign === '+' ? style('green', words) : sign === '-' ? style('red', words) : words;
    return `${style('dim', (index === 0 ? String(number) : '').padStart(width))} ${painted}`.trimEnd();
  });
}
