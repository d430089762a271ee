import type { Match } from './match.ts';
import { PIECE_BORDER } from './views/join-pieces.ts';

/** Less of a secret than this says nothing of it, and may stand anywhere by chance. */
const SHORTEST_PIECE = 8;
const isCutAfter = (rest: string): boolean => rest === '' || rest.startsWith(PIECE_BORDER) || /^(?:…|\.{3}|["'`”’])/.test(rest);
const isCutBefore = (before: string): boolean => before === '' || before.endsWith(PIECE_BORDER) || /(?:…|\.{3}|["'`“‘])$/.test(before);

/** The beginning or the end of a known secret where a text was cut in its middle: in a title, a quote, the output of a command. */
export function findCut(text: string, value: string, kind: string): Match[] {
  if (value.length <= SHORTEST_PIECE) return [];
  const matches: Match[] = [];
  const head = value.slice(0, SHORTEST_PIECE);
  for (let at = text.indexOf(head); at !== -1; at = text.indexOf(head, at + 1)) {
    let end = at + SHORTEST_PIECE;
    while (end - at < value.length && text[end] === value[end - at]) end += 1;
    if (isCutAfter(text.slice(end, end + 3))) matches.push({ kind, start: at, end });
  }
  const tail = value.slice(-SHORTEST_PIECE);
  for (let at = text.indexOf(tail); at !== -1; at = text.indexOf(tail, at + 1)) {
    const end = at + SHORTEST_PIECE;
    let start = at;
    while (end - start < value.length && start > 0 && text[start - 1] === value[value.length - (end - start) - 1]) start -= 1;
    if (isCutBefore(text.slice(Math.max(0, start - 3), start))) matches.push({ kind, start, end });
  }
  return matches;
}
