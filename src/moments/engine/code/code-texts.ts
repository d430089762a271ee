/** The two sides of an edit as texts that patterns can search: the whole file where it is at hand, else one fragment a hunk. */
import type { EventOf } from '../../../model/event.ts';
import type { Hunk } from '../../../model/hunk.ts';
import { balanceFragment, openingOf } from './balance-fragment.ts';
import type { CodeLanguage } from './code-language.ts';
import type { CodeNode, CodeText, SgNode } from './code-pattern.ts';
import { findDeclarationWindows, type LineWindow } from './declaration-window.ts';
import { lazily } from './lazily.ts';
import { maskCode } from './mask-code.ts';
import { MAX_LINE_CHARS, MAX_PARSED_CHARS, type ParseCode } from './parse-code.ts';
import { createChangedSearch, type SearchChanged } from './search-changed.ts';

type EditEvent = EventOf<'edit'>;

/** A text with what is needed to say which line of the file an index is. */
export interface PlacedText {
  readonly code: CodeText;
  /** 1-based line in the file of a 0-based index; 0 where the position is unknown. */
  readonly lineOf: (index: number) => number;
}

interface SideOfHunk {
  readonly lines: readonly string[];
  /** Indexes of `lines` that the edit added (or removed). */
  readonly changed: readonly number[];
  /** Indexes before which lines of the other side stood. */
  readonly seams: readonly number[];
  /** Ascending indexes of lines whose surroundings are parsed. */
  readonly parsed: readonly number[];
  readonly start: number;
}

/** What of a side is worth parsing. */
export interface WorthParsing {
  /** Of the changed lines, counted through all hunks, those where something may be found. */
  readonly changed: ReadonlySet<number>;
  /** Of the places where lines of the other side stood, counted likewise, those where something may be left. */
  readonly seams: ReadonlySet<number>;
}

export function toPlacedTexts(edit: EditEvent, side: 'added' | 'removed', language: CodeLanguage, parse: ParseCode, worth: WorthParsing): PlacedText[] {
  const counted = { changed: 0, seams: 0 };
  const hunks = edit.hunks.map((hunk) => {
    const own = toSide(hunk, side, worth, counted);
    counted.changed += own.changed.length;
    counted.seams += own.seams.length;
    return own;
  });
  const content = side === 'added' ? edit.after : edit.before;
  const whole = content !== undefined && content.length <= MAX_PARSED_CHARS ? toWhole(content, hunks) : null;
  const base = { language, path: edit.path, side };
  if (whole) return [{ code: createCodeText({ ...base, ...whole, whole: true }, parse), lineOf: (index) => index + 1 }];
  const complete = edit.hunks.length === 1 && (side === 'added' ? edit.change === 'create' : edit.change === 'delete');
  return hunks
    .filter(({ changed, seams, lines }) => (changed.length > 0 || seams.length > 0) && sizeOf(lines) <= MAX_PARSED_CHARS)
    .map((hunk) => ({
      code: createCodeText({ ...base, whole: complete, lines: hunk.lines, changed: hunk.changed, seams: hunk.seams, parsed: hunk.parsed }, parse),
      lineOf: (index) => (hunk.start > 0 ? hunk.start + index : 0),
    }));
}

function toSide(hunk: Hunk, side: 'added' | 'removed', worth: WorthParsing, counted: { readonly changed: number; readonly seams: number }): SideOfHunk {
  const own = side === 'added' ? '+' : '-';
  const lines: string[] = [];
  const changed: number[] = [];
  const seams: number[] = [];
  const parsed: number[] = [];
  for (const line of hunk.lines) {
    if (line[0] === own) {
      if (worth.changed.has(counted.changed + changed.length)) parsed.push(lines.length);
      changed.push(lines.length);
    } else if (line[0] === (own === '+' ? '-' : '+')) {
      if (seams.at(-1) !== lines.length) {
        if (worth.seams.has(counted.seams + seams.length)) parsed.push(lines.length);
        seams.push(lines.length);
      }
      continue;
    } else if (line[0] === '\\') continue;
    lines.push(toReadable(line.slice(1).replace(/\r$/, '')));
  }
  return { lines, changed, seams, parsed, start: side === 'added' ? hunk.newStart : hunk.oldStart };
}

/** Lines too long to be written by hand are left out, so that the others can still be read. */
export const toReadable = (line: string): string => (line.length > MAX_LINE_CHARS ? '' : line);
const sizeOf = (lines: readonly string[]): number => lines.reduce((size, line) => size + line.length + 1, 0);

/** Places every hunk in the whole text, by its stated line or else by its content; null where one does not fit. */
function toWhole(content: string, hunks: readonly SideOfHunk[]): Pick<SideOfHunk, 'lines' | 'changed' | 'seams' | 'parsed'> | null {
  const lines = (content.includes('\r') ? content.replaceAll('\r\n', '\n') : content).split('\n').map(toReadable);
  const changed: number[] = [];
  const seams: number[] = [];
  const parsed: number[] = [];
  for (const hunk of hunks) {
    const offset = stands(lines, hunk.lines, hunk.start - 1) ? hunk.start - 1 : findOnly(lines, hunk.lines);
    if (offset < 0) return null;
    for (const index of hunk.changed) changed.push(index + offset);
    for (const index of hunk.seams) seams.push(index + offset);
    for (const index of hunk.parsed) parsed.push(index + offset);
  }
  return { lines, changed, seams, parsed };
}

const stands = (lines: readonly string[], part: readonly string[], at: number): boolean =>
  at >= 0 && at + part.length <= lines.length && part.every((line, index) => lines[at + index] === line);

/** Where `part` stands in `lines`, or -1 where it does so nowhere. */
function findOnly(lines: readonly string[], part: readonly string[]): number {
  if (part.length === 0) return -1;
  for (let at = lines.indexOf(part[0] as string); at >= 0; at = lines.indexOf(part[0] as string, at + 1)) if (stands(lines, part, at)) return at;
  return -1;
}

interface CodeTextParts extends Pick<CodeText, 'language' | 'path' | 'side' | 'whole' | 'lines' | 'changed'> {
  readonly seams: readonly number[];
  readonly parsed: readonly number[];
}

function createCodeText({ seams, parsed, ...parts }: CodeTextParts, parse: ParseCode): CodeText {
  const { language, lines, changed, whole } = parts;
  let masked: { code: string[]; comments: string[] } | undefined;
  const mask = (): { code: string[]; comments: string[] } =>
    (masked ??= whole ? maskWindows(lines, findDeclarationWindows(lines, touchedBy(changed, seams)), language) : splitMasked(lines, language, whole));
  const meets = (start: number, end: number): boolean => hasWithin(changed, start, end) || seams.some((seam) => seam > start && seam <= end);
  let trees: readonly Parsed[] | undefined;
  const parseOnce = (): readonly Parsed[] => {
    if (parsed.length === 0) return [];
    return whole
      ? findDeclarationWindows(lines, parsed).map((window) => parseWindow(lines, window, language, parse, meets))
      : [parseFragment(lines, language, parse, meets)];
  };
  return {
    ...parts,
    meets,
    code: () => mask().code,
    comments: () => mask().comments,
    nodes: (kinds, { regex } = {}) => {
      const found: CodeNode[] = [];
      for (const { search, linesBefore, errors } of (trees ??= parseOnce())) {
        for (const { node, range } of search(kinds, regex)) {
          const start = range.start.line - linesBefore;
          const end = range.end.line - linesBefore;
          if (start < 0) continue;
          if (errors().some(([from, to]) => from <= range.start.index && range.end.index <= to)) continue;
          found.push({ node, start, end: Math.min(end, lines.length - 1), cut: end >= lines.length });
        }
      }
      return found;
    },
  };
}

interface Parsed {
  readonly search: SearchChanged;
  /** How many lines stand in the parsed text before the first of the `CodeText`; negative where the parsed text begins later. */
  readonly linesBefore: number;
  /** Where the text around the changes could not be understood; looked for only once something was found. */
  readonly errors: () => readonly (readonly [number, number])[];
}

type Meets = CodeText['meets'];

function toParsed(root: SgNode | null, linesBefore: number, meets: Meets): Parsed {
  const search = root ? createChangedSearch(root, (first, last) => meets(first - linesBefore, last - linesBefore)) : () => [];
  return { search, linesBefore, errors: lazily(() => search(['ERROR']).map(({ range }) => [range.start.index, range.end.index] as const)) };
}

function parseWindow(lines: readonly string[], { from, to }: LineWindow, language: CodeLanguage, parse: ParseCode, meets: Meets): Parsed {
  return toParsed(parse(lines.slice(from, to).join('\n'), language), -from, meets);
}

function parseFragment(lines: readonly string[], language: CodeLanguage, parse: ParseCode, meets: Meets): Parsed {
  const { text, linesBefore } = balanceFragment(lines.join('\n'), language);
  const parsed = toParsed(parse(text, language), linesBefore, meets);
  // The error of a fragment may be its whole tree: only errors within it make a match doubtful.
  const errors = lazily(() => parsed.errors().filter(([start, end]) => end - start < text.trimEnd().length * 0.8));
  return { ...parsed, errors };
}

const touchedBy = (changed: readonly number[], seams: readonly number[]): number[] => [...changed, ...seams].sort((a, b) => a - b);

/** Only the declarations that an edit touched; the rest of the file stays blank. */
function maskWindows(lines: readonly string[], windows: readonly LineWindow[], language: CodeLanguage): { code: string[]; comments: string[] } {
  const code = Array.from(lines, () => '');
  const comments = [...code];
  for (const { from, to } of windows) {
    const masked = splitMasked(lines.slice(from, to), language, true);
    masked.code.forEach((line, index) => (code[from + index] = line));
    masked.comments.forEach((line, index) => (comments[from + index] = line));
  }
  return { code, comments };
}

function splitMasked(lines: readonly string[], language: CodeLanguage, whole: boolean): { code: string[]; comments: string[] } {
  const text = lines.join('\n');
  const opening = whole ? '' : openingOf(text, language);
  const { code, comments } = maskCode(opening === '' ? text : `${opening}\n${text}`, language);
  const skipped = opening === '' ? 0 : 1;
  const masked = { code: code.split('\n').slice(skipped), comments: comments.split('\n').slice(skipped) };
  // A fragment may begin inside a block comment: its lines are told by their leading star.
  if (!whole)
    lines.forEach((line, index) => {
      if (!/^\s*\*(?:\s|\/|$)/.test(line)) return;
      masked.code[index] = '';
      masked.comments[index] = line;
    });
  return masked;
}

/** Whether the ascending list has a number from `start` to `end`. */
function hasWithin(ascending: readonly number[], start: number, end: number): boolean {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) < start) low = middle + 1;
    else high = middle;
  }
  const found = ascending[low];
  return found !== undefined && found <= end;
}
