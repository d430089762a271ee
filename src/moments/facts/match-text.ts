/**
 * Text as expressions are matched against it: lower case, straight quotes and dashes, other symbols taken out. It is kept in
 * one byte a character: V8 compiles every expression anew for wider strings, which costs more than matching them.
 */
const WIDE = /[\u0100-\uffff]/;

export const isWide = (text: string): boolean => WIDE.test(text);

/** @param wide whether the text, or the longer one it was cut from, has characters beyond Latin-1 */
export function toMatchText(text: string, wide: boolean): string {
  const lower = text.toLowerCase();
  if (!wide) return lower;
  const plain = lower
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[–—]/g, ' - ')
    .replace(/…/g, '...')
    .replace(/[\u0100-\uffff]+/g, '')
    .replace(/ {2,}/g, ' ');
  return Buffer.from(plain.trim(), 'latin1').toString('latin1');
}
