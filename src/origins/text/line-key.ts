/** A line as formatters leave it alone: without blanks, with one kind of quote, without the comma or semicolon at its end. */
export function toLineKey(line: string): string {
  return line
    .replaceAll(/\s+/g, '')
    .replaceAll(/['`]/g, '"')
    .replace(/[,;]+$/, '');
}

/** A number that equal keys share, and different ones practically never: 52 bits, so that SQLite and JavaScript both hold it exactly. */
export function hashText(text: string): number {
  let high = 0x811c9dc5;
  let low = 0x9e3779b9;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ code, 0x85ebca6b);
    low ^= low >>> 13;
  }
  return (high >>> 0) * 0x100000 + ((low >>> 0) & 0xfffff);
}

/** Letters and digits that make a line say as much as a line can. */
const FULL = 24;
/** Fewer than these are in every file: a bracket, `else`, `try`. */
const TRIVIAL = 3;

/** How much a line says, 0 to 1, by its letters and digits alone. */
export function weighKey(key: string): number {
  const letters = key.replaceAll(/[^\p{L}\p{N}_]/gu, '').length;
  return Math.min(1, Math.max(0, (letters - TRIVIAL) / FULL));
}

const WORD = /[\p{L}\p{N}_$]+/gu;

/** The words of a line: what is left of it however it is wrapped, quoted or punctuated. */
export function toWords(line: string): string[] {
  return line.match(WORD) ?? [];
}
