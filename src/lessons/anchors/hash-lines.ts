import { createHash } from 'node:crypto';

/** The lines of a text, however they end; a last line end opens no further line. */
export function splitLines(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** SHA-256, in hexadecimal, of lines of code without white space at their ends: what an editor trims or a checkout converts changes nothing. */
export function hashLines(lines: readonly string[]): string {
  const hash = createHash('sha256');
  for (const line of lines) hash.update(`${line.trimEnd()}\n`);
  return hash.digest('hex');
}
