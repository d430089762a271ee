import { PROGRAM } from '../code-language.ts';
import type { CodePattern, Found } from '../code-pattern.ts';

const LOOKS_LIKE_CODE =
  /[;{}]\s*$|^\s*(?:return|if|for|while|const|let|var|def|import|await|throw|raise)\b.*[)\]}:;]\s*$|^\s*[\w.]+\(.*\)\s*;?\s*$|^\s*[\w.[\]]+\s*(?::=|[+-]?=)\s*\S/;

/** Lines of code kept as comments, as one block each. `code` is what they were. */
export const commentedOut: CodePattern = {
  id: 'commented-out',
  languages: PROGRAM,
  sides: 'added',
  prefilter: /^\+\s*(?:\/\/|#).*[;{}()=:]/m,
  *find(code): Iterable<Found> {
    let block: { start: number; lines: string[] } | null = null;
    const close = function* (): Iterable<Found> {
      if (block)
        yield {
          start: block.start,
          end: block.start + block.lines.length - 1,
          text: block.lines.join('\n'),
          captures: { code: block.lines.join('\n'), lines: String(block.lines.length) },
        };
      block = null;
    };
    for (const index of code.changed) {
      const line = code.lines[index] ?? '';
      const inner = /^\s*(?:\/\/|#)\s?(?!\/|!)(.*)$/.exec(line)?.[1];
      const isCode =
        inner !== undefined &&
        LOOKS_LIKE_CODE.test(inner) &&
        !/^\s*(?:[A-Z]\w+ \w+ \w+|e\.g\.|@|eslint|ts-)/.test(inner) &&
        // Asked last: telling comments from strings means reading the whole text.
        line.trim() === (code.comments()[index] ?? '').trim();
      if (!isCode || (block && index !== block.start + block.lines.length)) yield* close();
      if (isCode) (block ??= { start: index, lines: [] }).lines.push(inner);
    }
    yield* close();
  },
};
