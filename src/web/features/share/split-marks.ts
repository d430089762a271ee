/** Marks of what was taken out, as src/redaction writes them. */
const MARK = /\[(?:secret:[a-z0-9-]{1,40}|email|user)-\d{1,6}\]|\[outside\]/g;

export interface MarkedPart {
  readonly text: string;
  readonly isMark: boolean;
}

export function splitMarks(text: string): MarkedPart[] {
  const parts: MarkedPart[] = [];
  let done = 0;
  for (const found of text.matchAll(MARK)) {
    if (found.index > done) parts.push({ text: text.slice(done, found.index), isMark: false });
    parts.push({ text: found[0], isMark: true });
    done = found.index + found[0].length;
  }
  if (done < text.length) parts.push({ text: text.slice(done), isMark: false });
  return parts;
}

/** A text that can be taken out: long enough, on one line or more, and without what is already out. */
export function toChosenText(selected: string): string | null {
  const text = selected.trim();
  return text.length >= 3 && text.length <= 2000 && !splitMarks(text).some(({ isMark }) => isMark) ? text : null;
}
