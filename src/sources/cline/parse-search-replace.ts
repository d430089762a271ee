/** Blocks of old and new text, as the model writes them to change a file. Roo's may say at which line the old text stands. */
import type { Hunk } from '../../model/hunk.ts';
import { limitHunks, toFragmentHunks } from '../to-hunks.ts';

const SEARCH = /^(?:<{3,}|-{3,}) ?SEARCH>?\s*$/;
const MIDDLE = /^={3,}\s*$/;
const REPLACE = /^(?:>{3,}|\+{3,}) ?REPLACE>?\s*$/;
const START_LINE = /^:start_line: ?(\d+)\s*$/;
const HEAD_LINE = /^(?::(?:start|end)_line: ?\d+|-{3,})\s*$/;

export function parseSearchReplace(diff: string): Hunk[] {
  const hunks: Hunk[] = [];
  let side: 'none' | 'old' | 'new' = 'none';
  let removed: string[] = [];
  let added: string[] = [];
  let start = 0;
  for (const raw of diff.split('\n')) {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (SEARCH.test(line)) {
      [side, removed, added, start] = ['old', [], [], 0];
    } else if (side === 'old' && MIDDLE.test(line)) side = 'new';
    else if (side === 'new' && REPLACE.test(line)) {
      hunks.push(...toFragmentHunks(toText(removed), toText(added), start));
      side = 'none';
    } else if (side === 'old' && removed.length === 0 && HEAD_LINE.test(line)) start = Number(START_LINE.exec(line)?.[1] ?? start);
    else if (side === 'old') removed.push(line);
    else if (side === 'new') added.push(line);
  }
  return limitHunks(hunks);
}

const toText = (lines: readonly string[]): string => (lines.length === 0 ? '' : `${lines.join('\n')}\n`);
