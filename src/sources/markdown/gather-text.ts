/** Gathers a text line by line. Of a very long one only the head and the tail are kept, so that memory does not grow with what was pasted. */
export interface TextGatherer {
  readonly add: (line: string) => void;
  /** Takes the last line that is not blank off again, where it looks so. */
  readonly dropLast: (pattern: RegExp) => void;
  /** Without blank lines at either end. */
  readonly toText: () => string;
  readonly toLines: () => string[];
}

/** In characters: more than any event keeps of a text. */
const HEAD = 512 * 1024;
const TAIL = 128 * 1024;

export function createTextGatherer(): TextGatherer {
  const head: string[] = [];
  let tail: string[] = [];
  let headLength = 0;
  let tailLength = 0;
  let cut = 0;

  function shortenTail(): void {
    let from = 0;
    while (tailLength > TAIL && from < tail.length) {
      const length = (tail[from] ?? '').length + 1;
      tailLength -= length;
      cut += length;
      from += 1;
    }
    tail = tail.slice(from);
  }

  const toLines = (): string[] => (cut > 0 ? [...head, `… [${cut} characters left out] …`, ...tail] : [...head, ...tail]);

  return {
    add(line) {
      if (headLength < HEAD) {
        head.push(line);
        headLength += line.length + 1;
        return;
      }
      tail.push(line);
      tailLength += line.length + 1;
      if (tailLength > 2 * TAIL) shortenTail();
    },
    dropLast(pattern) {
      const lines = tail.length > 0 ? tail : head;
      const at = lines.findLastIndex((line) => line.trim() !== '');
      if (at !== -1 && pattern.test(lines[at] ?? '')) lines.length = at;
    },
    toLines,
    toText: () => trimBlankLines(toLines()).join('\n'),
  };
}

export function trimBlankLines(lines: readonly string[]): string[] {
  let start = 0;
  let end = lines.length;
  while (start < end && (lines[start] ?? '').trim() === '') start += 1;
  while (end > start && (lines[end - 1] ?? '').trim() === '') end -= 1;
  return lines.slice(start, end);
}
