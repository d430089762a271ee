import type { Journal } from '../../journal/open-journal.ts';
import { readKeptBytes } from './read-kept-bytes.ts';

const NEWLINE = 0x0a;

/** One raw line of a kept transcript, by its 1-based number; null where there is none. */
export function readKeptLine(journal: Journal, transcript: number, line: number): string | null {
  const begin = journal.segments.findLine(transcript, line);
  let current = begin.firstLine;
  const found: Buffer[] = [];
  for (const bytes of readKeptBytes(journal, transcript, begin.start)) {
    let from = 0;
    for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, from)) {
      if (current === line) return Buffer.concat([...found, bytes.subarray(from, at)]).toString('utf8');
      current += 1;
      from = at + 1;
    }
    if (current === line && from < bytes.length) found.push(bytes.subarray(from));
  }
  return found.length > 0 ? Buffer.concat(found).toString('utf8') : null;
}
