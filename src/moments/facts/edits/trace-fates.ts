/**
 * What became of every edit later in its session, by content: which of its added lines a later edit removed, and whether
 * a later edit put the old lines back. Line numbers are not needed. Each added line is consumed at most once, so the cost
 * is linear in the number of changed lines.
 */
import type { EditFate, Place } from '../facts.ts';

export interface TracedEdit extends Place {
  readonly turn: number;
}

interface Traced {
  readonly edit: TracedEdit;
  /** Lines worth counting, as they were when the edit was made. */
  readonly added: number;
  readonly removed: readonly string[];
  /** The later edit that took most of its lines so far. */
  taker: { by: TracedEdit; lines: number } | null;
  revertedBy: TracedEdit | null;
  restored: number;
}

interface FileLines {
  readonly addersByText: Map<string, Traced[]>;
  readonly removersByText: Map<string, Traced[]>;
}

export interface FateTracer {
  readonly record: (path: string, edit: TracedEdit, newTexts: readonly string[], lostTexts: readonly string[]) => void;
  readonly move: (from: string, to: string) => void;
  /** A command put the file back as it was at the last commit. `path` null: every file. */
  readonly restore: (matches: (path: string) => boolean, by: TracedEdit) => void;
  /** Edits made so far are in a commit: a later restore no longer reaches them. */
  readonly commit: () => void;
  readonly fateOf: (edit: TracedEdit) => EditFate;
}

/** Share of its lines that must go (or come back) for an edit to count as reverted. */
const REVERTED_SHARE = 0.8;
/** A line says something when it has a word of three letters that is not only syntax. */
const TELLING = /[A-Za-z0-9_]{3,}/;
const SYNTAX_ONLY =
  /^[\s{}()[\];,]*(?:else|try|finally|return|break|continue|end|pass|begin|then|done|default:?|do|null|true|false|import \{|export \{|<\/?\w*>?)?[\s{}()[\];,:]*$/;

export function createFateTracer(): FateTracer {
  const filesByPath = new Map<string, FileLines>();
  const tracedByEdit = new Map<TracedEdit, Traced>();
  let uncommittedByPath = new Map<string, Traced[]>();

  const fileOf = (path: string): FileLines => {
    let file = filesByPath.get(path);
    if (file === undefined) filesByPath.set(path, (file = { addersByText: new Map(), removersByText: new Map() }));
    return file;
  };

  return {
    record(path, edit, newTexts, lostTexts) {
      const file = fileOf(path);
      const added = newTexts.filter(isTelling);
      const lost = lostTexts.filter(isTelling);
      takeLines(file, edit, lost, new Set(added), added.length > 0);
      putBackLines(file, edit, added);
      const traced: Traced = { edit, added: added.length, removed: lost, taker: null, revertedBy: null, restored: 0 };
      tracedByEdit.set(edit, traced);
      for (const text of added) push(file.addersByText, text, traced);
      if (added.length === 0) for (const text of lost) push(file.removersByText, text, traced);
      push(uncommittedByPath, path, traced);
    },
    move(from, to) {
      const file = filesByPath.get(from);
      if (file === undefined || from === to) return;
      filesByPath.set(to, file);
      filesByPath.delete(from);
    },
    restore(matches, by) {
      for (const [path, list] of uncommittedByPath) {
        if (!matches(path)) continue;
        for (const traced of list) traced.revertedBy ??= by;
        uncommittedByPath.delete(path);
        filesByPath.delete(path);
      }
    },
    commit() {
      uncommittedByPath = new Map();
    },
    fateOf(edit) {
      const traced = tracedByEdit.get(edit);
      if (traced?.revertedBy) return { type: 'reverted', by: placeOf(traced.revertedBy), sameTurn: traced.revertedBy.turn === edit.turn };
      if (traced?.taker) return { type: 'rewritten', by: placeOf(traced.taker.by), lines: traced.taker.lines, sameTurn: traced.taker.by.turn === edit.turn };
      return { type: 'kept' };
    },
  };
}

const isTelling = (text: string): boolean => TELLING.test(text) && !SYNTAX_ONLY.test(text);
const placeOf = ({ seq, line }: Place): Place => ({ seq, line });

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** The newest edit that added a line is the one that loses it. */
function takeLines(file: FileLines, by: TracedEdit, lost: readonly string[], added: ReadonlySet<string>, addsAnything: boolean): void {
  const takenByTraced = new Map<Traced, number>();
  for (const text of lost) {
    const traced = file.addersByText.get(text)?.pop();
    if (traced !== undefined) takenByTraced.set(traced, (takenByTraced.get(traced) ?? 0) + 1);
  }
  for (const [traced, lines] of takenByTraced) {
    if (lines > (traced.taker?.lines ?? 0)) traced.taker = { by, lines };
    if (lines < traced.added * REVERTED_SHARE) continue;
    const back =
      traced.removed.length === 0 ? !addsAnything : traced.removed.filter((text) => added.has(text)).length >= traced.removed.length * REVERTED_SHARE;
    if (back) traced.revertedBy ??= by;
  }
}

/** An edit that only removed lines is reverted when they come back. */
function putBackLines(file: FileLines, by: TracedEdit, added: readonly string[]): void {
  for (const text of added) {
    const traced = file.removersByText.get(text)?.pop();
    if (traced === undefined) continue;
    traced.restored++;
    if (traced.restored >= traced.removed.length * REVERTED_SHARE) traced.revertedBy ??= by;
  }
}
