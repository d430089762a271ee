/** Bounded texts: a session of any size makes events of modest size. Limits are in characters (UTF-16 units). */

export interface CutText {
  readonly text: string;
  /** Characters left out of the middle; absent when nothing was. */
  readonly cutChars?: number;
}

export const OUTPUT_LIMIT = { head: 4096, tail: 4096 };
export const PROSE_LIMIT = { head: 48 * 1024, tail: 16 * 1024 };
/** Lines of one edit's hunks that are kept. */
export const HUNK_LINE_LIMIT = 2000;

/** Head and tail of a text over the limit, joined by a marker line that says how much is missing. */
export function cutText(text: string, limit: { head: number; tail: number }): CutText {
  if (text.length <= limit.head + limit.tail + 80) return { text };
  const headEnd = isHighSurrogate(text, limit.head - 1) ? limit.head - 1 : limit.head;
  const wishedTail = text.length - limit.tail;
  const tailStart = isHighSurrogate(text, wishedTail - 1) ? wishedTail + 1 : wishedTail;
  const cutChars = tailStart - headEnd;
  return { text: detach(`${text.slice(0, headEnd)}\n… [${cutChars} characters left out] …\n${text.slice(tailStart)}`), cutChars };
}

export const cutProse = (text: string): string => cutText(text, PROSE_LIMIT).text;

/** A slice keeps the whole string it came from alive (V8 sliced strings); a copy does not. Most text takes a byte a character. */
export function detach(text: string): string {
  // oxlint-disable-next-line no-control-regex -- every character of Latin 1, the control ones too
  const encoding = /^[\u0000-\u00ff]*$/.test(text) ? 'latin1' : 'utf16le';
  return Buffer.from(text, encoding).toString(encoding);
}

function isHighSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xd800 && unit <= 0xdbff;
}
