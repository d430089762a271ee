import { detach } from './cut-text.ts';

/** A session's title from the first thing its person asked: one line, at most 100 characters. */
export function toTitle(text: string): string | undefined {
  const firstLine = text
    .slice(0, 2000)
    .split('\n')
    .map((line) => line.replace(/^#+\s*/, '').trim())
    .find((line) => line !== '');
  if (firstLine === undefined) return undefined;
  return detach(firstLine.length > 100 ? `${firstLine.slice(0, 99).trimEnd()}…` : firstLine);
}
