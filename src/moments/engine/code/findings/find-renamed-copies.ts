/** Blocks of new code that repeat another one sign for sign, where only names, texts, numbers and line breaks differ. */
import type { EditFact, SessionFacts } from '../../../facts/facts.ts';
import { isSameCode, NOT_A_PROGRAM, toLines, wasMoved, type Copy, type Line } from './find-copies.ts';
import { replayedSeqs } from './list-findings.ts';

/** Form says less than words: more must agree than in a copy as it is written. */
const WINDOW = 120;
const LEAST_LINES = 12;
/** Tables, cases and long argument lists repeat one form by nature: of the groups of four signs so many must differ. */
const GROUP = 4;
const LEAST_GROUPS = 50;
const LEAST_KEYWORDS = 6;
const KEYWORDS: ReadonlySet<string> = new Set(
  'if else elif for while do switch case match when return break continue throw raise try catch except finally with async await yield const let var val fn func function def class new in of is not and or defer go range'.split(
    ' ',
  ),
);

interface Signs {
  readonly all: readonly string[];
  /** Where each line begins. */
  readonly starts: readonly number[];
}

type Seen = Map<string, EditFact>;

const toSign = (token: string): string => {
  if (/^["'`]/.test(token)) return 's';
  if (/^\d/.test(token)) return '0';
  return /^[A-Za-z_$]/.test(token) && !KEYWORDS.has(token) ? 'n' : token;
};

/** A comma before a closing bracket comes and goes with the line break. */
function toSigns(lines: readonly Line[]): Signs {
  const all: string[] = [];
  const starts: number[] = [];
  for (const { text } of lines) {
    starts.push(all.length);
    for (const token of text.match(/(["'`])(?:\\.|(?!\1).)*\1|\d[\w.]*|[A-Za-z_$][\w$]*|[^\s\w]/g) ?? []) {
      if (/^[)\]}]$/.test(token) && all.at(-1) === ',') all.pop();
      all.push(toSign(token));
    }
  }
  return { all, starts };
}

/** At most one an edit: the first long block that an earlier place, also of the same edit, already has in other words. */
export function* findRenamedCopies(facts: SessionFacts): Iterable<Copy> {
  const seen: Seen = new Map();
  const replayed = replayedSeqs(facts);
  for (const edit of facts.edits) {
    if (edit.role !== 'product' || edit.language === null || NOT_A_PROGRAM.has(edit.language) || replayed.has(edit.seq)) continue;
    const lines = toLines(edit);
    const copy = lines.length < LEAST_LINES ? undefined : findCopy(edit, lines, seen);
    if (copy && !wasMoved(facts, copy)) yield copy;
  }
}

/** Notes every block once it is behind: a block is no copy of what it overlaps. */
function findCopy(edit: EditFact, lines: readonly Line[], seen: Seen): Copy | undefined {
  const { all, starts } = toSigns(lines);
  const keys = starts.map((start) => (start + WINDOW <= all.length ? all.slice(start, start + WINDOW) : []));
  let noted = 0;
  const noteUntil = (end: number): void => {
    for (; noted < starts.length && (starts[noted] ?? 0) + WINDOW <= end; noted++) {
      const key = keys[noted]?.join(' ') ?? '';
      if (key !== '' && !seen.has(key)) seen.set(key, edit);
    }
  };
  let found: Copy | undefined;
  for (const [at, start] of starts.entries()) {
    noteUntil(start);
    const signs = keys[at] ?? [];
    const source = found || signs.length === 0 ? undefined : seen.get(signs.join(' '));
    if (!source || (source !== edit && isSameCode(source, edit)) || !isTelling(signs)) continue;
    found = toCopy(edit, lines.slice(at, at + measure(keys, seen, source, at)), source);
  }
  noteUntil(all.length);
  return found;
}

function isTelling(signs: readonly string[]): boolean {
  const groups = new Set(signs.slice(GROUP - 1).map((_, at) => signs.slice(at, at + GROUP).join(' ')));
  return groups.size >= LEAST_GROUPS && signs.filter((sign) => KEYWORDS.has(sign)).length >= LEAST_KEYWORDS;
}

/** Lines from the first that agrees to the end of the last block that does. */
function measure(keys: readonly (readonly string[])[], seen: Seen, source: EditFact, at: number): number {
  let last = at;
  while ((keys[last + 1]?.length ?? 0) > 0 && seen.get(keys[last + 1]?.join(' ') ?? '') === source) last++;
  return last - at + LEAST_LINES;
}

function toCopy(edit: EditFact, block: readonly Line[], source: EditFact): Copy {
  const from = edit.added[block[0]?.index ?? 0]?.number ?? 0;
  const to = edit.added[block.at(-1)?.index ?? 0]?.number ?? 0;
  const text = block
    .slice(0, 3)
    .map((line) => line.text)
    .join('\n');
  return { edit, source, lines: block.length, match: { pattern: 'copy', side: 'added', line: from, endLine: to, text, captures: {} } };
}
