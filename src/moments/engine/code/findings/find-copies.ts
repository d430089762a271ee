/** Blocks of new code that the session had seen elsewhere, found by hashing windows of lines. */
import type { CodeMatch, EditFact, SessionFacts } from '../../../facts/facts.ts';
import { wasJudged } from './edit-story.ts';
import { replayedSeqs } from './list-findings.ts';

export interface Copy {
  readonly edit: EditFact;
  readonly match: CodeMatch;
  readonly source: EditFact;
  readonly lines: number;
}

/** GitClear and jscpd count a clone from 50 tokens on. */
const LEAST_TOKENS = 50;
/** A window of lines is compared as a whole; shorter repeats are idiom. */
const WINDOW = 6;

/** Markup, styles and data repeat by nature. */
export const NOT_A_PROGRAM: ReadonlySet<string> = new Set([
  'html',
  'css',
  'scss',
  'less',
  'json',
  'yaml',
  'toml',
  'xml',
  'graphql',
  'proto',
  'hcl',
  'sql',
  'dockerfile',
  'make',
]);

export interface Line {
  readonly text: string;
  readonly tokens: number;
  readonly index: number;
}

/** At most one copy an edit: the longest run of lines that an earlier or the same edit already added elsewhere. */
export function* findCopies(facts: SessionFacts): Iterable<Copy> {
  const seen = new Map<string, { edit: EditFact; index: number }>();
  const replayed = replayedSeqs(facts);
  for (const edit of facts.edits) {
    if (edit.role !== 'product' || edit.language === null || NOT_A_PROGRAM.has(edit.language) || replayed.has(edit.seq)) continue;
    const lines = toLines(edit);
    const copy = longestCopy(edit, lines, seen);
    if (copy && !wasMoved(facts, copy)) yield copy;
    for (let at = 0; at + WINDOW <= lines.length; at++) {
      const key = keyAt(lines, at);
      if (!seen.has(key)) seen.set(key, { edit, index: at });
    }
  }
}

function longestCopy(edit: EditFact, lines: readonly Line[], seen: ReadonlyMap<string, { edit: EditFact; index: number }>): Copy | null {
  let best: { at: number; length: number; source: EditFact } | null = null;
  for (let at = 0; at + WINDOW <= lines.length; at++) {
    const first = seen.get(keyAt(lines, at));
    // The same file written again is the same code, not a second one.
    if (!first || isSameCode(first.edit, edit)) continue;
    let length = WINDOW;
    while (at + length < lines.length && seen.get(keyAt(lines, at + length - WINDOW + 1))?.edit === first.edit) length++;
    const tokens = lines.slice(at, at + length).reduce((sum, line) => sum + line.tokens, 0);
    if (tokens >= LEAST_TOKENS && length > (best?.length ?? 0)) best = { at, length, source: first.edit };
    at += length - 1;
  }
  if (!best) return null;
  const from = edit.added[(lines[best.at] as Line).index];
  const to = edit.added[(lines[best.at + best.length - 1] as Line).index];
  const text = lines.slice(best.at, best.at + best.length).map((line) => line.text);
  return {
    edit,
    source: best.source,
    lines: best.length,
    match: { pattern: 'copy', side: 'added', line: from?.number ?? 0, endLine: to?.number ?? 0, text: text.slice(0, 3).join('\n'), captures: {} },
  };
}

/** The same file, also in another checkout of the repository. */
const isSameFile = (one: string, other: string): boolean => one === other || one.split('/').slice(-4).join('/') === other.split('/').slice(-4).join('/');

export const isSameCode = (source: EditFact, edit: EditFact): boolean =>
  isSameFile(source.path, edit.path) && (edit.change === 'create' || edit.removedCount >= edit.addedCount / 2);

/** The source lost these lines in the same turn, or in the next one without a word against them: the code changed its place. Later it was cleaned up. */
export function wasMoved(facts: SessionFacts, { edit, source, match }: Copy): boolean {
  const lines = match.text.split('\n');
  return facts.edits.some(
    (other) =>
      other.path === source.path &&
      other !== edit &&
      other.seq > source.seq &&
      (other.turn === edit.turn || (other.turn === edit.turn + 1 && !wasJudged(facts, edit, other))) &&
      (other.change === 'delete' || lines.every((line) => other.removed.some(({ text }) => text.trim() === line))),
  );
}

/** Lines with something to say: imports, brackets, comments, markup and plain fields repeat everywhere. */
export function toLines({ added }: EditFact): Line[] {
  return added.flatMap(({ text }, index) => {
    const trimmed = text.trim();
    if (
      trimmed.length < 4 ||
      /^(?:import\b|:\w+[\w ]*:|from\b.*import|export \{|package\b|using\b|#include|\/\/|\/\*|\*|#|@\w+$|[{}()[\];,\s]+$|<\/?\w|[\w:-]+=(?:"[^"]*"|\{[^}]*\})$|(?:readonly )?\w+\??: [\w[\]|" <>]+[;,]?$)/.test(
        trimmed,
      )
    )
      return [];
    return [{ text: trimmed, tokens: trimmed.match(/\w+|[^\s\w]/g)?.length ?? 0, index }];
  });
}

const keyAt = (lines: readonly Line[], at: number): string =>
  lines
    .slice(at, at + WINDOW)
    .map(({ text }) => text)
    .join('\n');
