/** Cells a character takes: East Asian wide forms and emoji two, combining marks none. Good enough to line columns up. */
const widthOf = (char: string): number => {
  if (/\p{Mark}/u.test(char)) return 0;
  return /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(char) ? 2 : 1;
};

export const measureWidth = (text: string): number => [...text].reduce((sum, char) => sum + widthOf(char), 0);

/** Cut to `width` cells, with an ellipsis where something is left out. */
export function cutToWidth(text: string, width: number): string {
  if (measureWidth(text) <= width) return text;
  return `${takeWidth(text, width - 1).trimEnd()}…`;
}

export const padToWidth = (text: string, width: number, side: 'left' | 'right' = 'left'): string => {
  const space = ' '.repeat(Math.max(0, width - measureWidth(text)));
  return side === 'left' ? text + space : space + text;
};

/** Lines of at most `width` cells, broken between words; a longer word is broken where it must, unless whole words are asked for, as what is copied out of a terminal. */
export function wrapText(text: string, width: number, words: 'broken' | 'whole' = 'broken'): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, width, words));
}

function wrapLine(line: string, width: number, words: 'broken' | 'whole'): string[] {
  // Indentation carries meaning in code and lists: it is kept on the first line.
  const indent = (/^ */.exec(line)?.[0] ?? '').slice(0, Math.floor(width / 2));
  const lines: string[] = [];
  let current = '';
  const room = (): number => width - (lines.length === 0 ? indent.length : 0);
  const limit = (): number => (words === 'whole' ? Infinity : room());
  for (const word of line.trimStart().split(' ')) {
    let rest = word;
    if (current !== '' && measureWidth(`${current} ${rest}`) > room()) {
      lines.push(current);
      current = '';
    }
    while (measureWidth(rest) > limit()) {
      const part = takeWidth(rest, room());
      lines.push(part);
      rest = rest.slice(part.length);
    }
    current = current === '' ? rest : `${current} ${rest}`;
  }
  lines.push(current);
  return lines.map((text, index) => (index === 0 ? indent + text : text).trimEnd());
}

/** As many whole characters as fit, and always one. */
function takeWidth(text: string, width: number): string {
  let taken = '';
  let used = 0;
  for (const char of text) {
    if (taken !== '' && used + widthOf(char) > width) break;
    taken += char;
    used += widthOf(char);
  }
  return taken;
}
