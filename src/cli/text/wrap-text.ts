/** Cells a character takes: East Asian wide forms and emoji two, combining marks none. Good enough to line columns up. */
const widthOf = (char: string): number => {
  if (/\p{Mark}/u.test(char)) return 0;
  return /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(char) ? 2 : 1;
};

export const measureWidth = (text: string): number => [...text].reduce((sum, char) => sum + widthOf(char), 0);

/** Cut to `width` cells, with an ellipsis where something is left out. */
export function cutToWidth(text: string, width: number): string {
  if (measureWidth(text) <= width) return text;
  let cut = '';
  let used = 0;
  for (const char of text) {
    if (used + widthOf(char) > width - 1) break;
    cut += char;
    used += widthOf(char);
  }
  return `${cut.trimEnd()}…`;
}

export const padToWidth = (text: string, width: number, side: 'left' | 'right' = 'left'): string => {
  const space = ' '.repeat(Math.max(0, width - measureWidth(text)));
  return side === 'left' ? text + space : space + text;
};

/** Lines of at most `width` cells, broken between words; a longer word is broken where it must. */
export function wrapText(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, width));
}

function wrapLine(line: string, width: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    let rest = word;
    while (measureWidth(rest) > width) {
      if (current) lines.push(current);
      current = '';
      const part = cutToWidth(rest, width + 1).replace(/…$/, '');
      lines.push(part);
      rest = rest.slice(part.length);
    }
    const joined = current === '' ? rest : `${current} ${rest}`;
    if (measureWidth(joined) > width) {
      lines.push(current);
      current = rest;
    } else {
      current = joined;
    }
  }
  lines.push(current);
  return lines;
}
