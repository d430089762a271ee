/**
 * Finds code patterns in the changed lines of one edit. Most edits parse nothing: a pattern is looked for only where its
 * prefilter hits a changed line. What was only moved within the edit is no finding. Never throws on any content.
 */
import type { EventOf } from '../../../model/event.ts';
import type { CodeMatch } from '../../facts/facts.ts';
import type { ReadCode } from '../../facts/facts.ts';
import { toCodeLanguage, type CodeLanguage } from './code-language.ts';
import type { CodePattern } from './code-pattern.ts';
import { toPlacedTexts, toReadable, type PlacedText, type WorthParsing } from './code-texts.ts';
import { lazily } from './lazily.ts';
import { createCodeParser } from './parse-code.ts';
import { isTestPath } from './syntax.ts';
import { ALL_PATTERNS } from './patterns/all-patterns.ts';

/** Facts hold bounded text: enough to quote and compare one statement. */
const MAX_TEXT = 240;
/** A generated file may hold thousands of a pattern; the first few tell as much. */
const MAX_MATCHES_PER_PATTERN = 40;

export function createCodeReader(patterns: readonly CodePattern[] = ALL_PATTERNS): ReadCode {
  const parse = createCodeParser();
  const patternsByLanguage = new Map<CodeLanguage, readonly CodePattern[]>();
  const patternsOf = (language: CodeLanguage): readonly CodePattern[] => {
    const known = patternsByLanguage.get(language) ?? patterns.filter(({ languages }) => languages.includes(language));
    patternsByLanguage.set(language, known);
    return known;
  };

  return (edit, languageName) => {
    const language = toCodeLanguage(edit.path, languageName);
    if (!language) return [];
    const changed = toChangedText(edit);
    const kind = isTestPath(edit.path) ? 'tests' : 'other';
    const wanted = patternsOf(language)
      .filter(({ files = kind, paths }) => files === kind && (paths?.test(edit.path) ?? true))
      .flatMap((pattern) => toWanted(pattern, changed));
    if (wanted.length === 0) return [];

    const worthOf = (side: 'added' | 'removed'): WorthParsing => ({
      changed: new Set(wanted.flatMap((one) => listLines(one.pattern.prefilter, changed[side]))),
      seams: new Set(side === 'added' ? wanted.flatMap(({ seams }) => seams) : []),
    });
    const texts = {
      added: lazily(() => toPlacedTexts(edit, 'added', language, parse, worthOf('added'))),
      removed: lazily(() => toPlacedTexts(edit, 'removed', language, parse, worthOf('removed'))),
    };
    const matches: CodeMatch[] = [];
    for (const { pattern, mayBeAdded, mayBeRemoved } of wanted) {
      const lost = pattern.sides === 'removed-first' ? matchesOf(pattern, texts.removed()) : null;
      if (lost?.length === 0) continue;
      const added = mayBeAdded ? matchesOf(pattern, texts.added()) : [];
      // The other side is needed to tell new from moved, and is itself a finding for patterns that mind removals.
      const removed = lost ?? (mayBeRemoved && (added.length > 0 || pattern.sides === 'both') ? matchesOf(pattern, texts.removed()) : []);
      cancelMoved(added, removed);
      matches.push(...added, ...(pattern.sides === 'added' ? [] : removed));
    }
    return matches;
  };
}

interface ChangedText {
  readonly added: string;
  readonly removed: string;
  /** Where lines were taken away, in order. */
  readonly seams: readonly Seam[];
}

interface Seam {
  readonly removed: string;
  /** The few lines left in front of it. */
  readonly before: string;
}

/** Lines before a seam that may open what is left there. */
const LINES_BEFORE = 4;

/**
 * The changed lines of both sides, for prefilters. A carriage return ends a line that the next one does not follow in the file:
 * an expression may ask what stands on the next line (`\\n`) without being answered from another place.
 */
function toChangedText(edit: EventOf<'edit'>): ChangedText {
  const text = { added: '', removed: '' };
  const seams: { removed: string; before: string }[] = [];
  for (const { lines } of edit.hunks) {
    let last = '';
    const left: string[] = [];
    for (const line of lines) {
      const side = line[0] === '+' ? 'added' : line[0] === '-' ? 'removed' : 'kept';
      const readable = toReadable(line);
      if (side !== 'kept') text[side] += `${text[side] === '' ? '' : last === side ? '\n' : '\r\n'}${readable}`;
      if (side !== 'removed') left.push(readable);
      else if (last === 'removed') (seams.at(-1) as { removed: string }).removed += `\n${readable}`;
      else seams.push({ removed: readable, before: left.slice(-LINES_BEFORE).join('\n') });
      last = side;
    }
  }
  return { ...text, seams };
}

interface Wanted {
  readonly pattern: CodePattern;
  readonly mayBeAdded: boolean;
  readonly mayBeRemoved: boolean;
  /** The seams at which what is left may be the pattern. */
  readonly seams: readonly number[];
}

function toWanted(pattern: CodePattern, { added, removed, seams }: ChangedText): Wanted[] {
  const { prefilter, alongside, afterRemoval, sides } = pattern;
  const left = afterRemoval ? seams.flatMap((seam, index) => (isLeft(seam, prefilter, afterRemoval) ? [index] : [])) : [];
  const mayBeAdded = ((alongside?.test(added) ?? true) && prefilter.test(added)) || left.length > 0;
  const mayBeRemoved = prefilter.test(removed);
  const isWanted = sides === 'removed-first' ? mayBeRemoved : mayBeAdded || (sides === 'both' && mayBeRemoved);
  return isWanted ? [{ pattern, mayBeAdded, mayBeRemoved, seams: left }] : [];
}

/** The pattern's beginning stands in front, and what was taken away is what it must not be without, or all that followed at once. */
const isLeft = ({ before, removed }: Seam, prefilter: RegExp, afterRemoval: RegExp): boolean =>
  prefilter.test(before) && (afterRemoval.test(removed) || prefilter.test(before.slice(before.lastIndexOf('\n') + 1)));

/** The numbers, from 0, of the lines that the expression's matches stand on. */
function listLines(expression: RegExp, text: string): number[] {
  const lines: number[] = [];
  let line = 0;
  let counted = 0;
  for (const { 0: match, index } of text.matchAll(new RegExp(expression, `${expression.flags}g`))) {
    for (; counted < index; counted++) if (text.charCodeAt(counted) === 10) line++;
    lines.push(line);
    for (; counted < index + match.length; counted++) if (text.charCodeAt(counted) === 10) lines.push(++line);
  }
  return lines;
}

function matchesOf({ id, find }: CodePattern, texts: readonly PlacedText[]): CodeMatch[] {
  const matches: CodeMatch[] = [];
  for (const { code, lineOf } of texts)
    for (const { start, end, text, captures = {} } of find(code)) {
      if (matches.length >= MAX_MATCHES_PER_PATTERN) return matches;
      matches.push({ pattern: id, side: code.side, line: lineOf(start), endLine: lineOf(end), text: clip(text), captures: clipAll(captures) });
    }
  return matches;
}

/** Takes out pairs that are the same code on both sides, whatever their indent. */
function cancelMoved(added: CodeMatch[], removed: CodeMatch[]): void {
  for (let index = removed.length - 1; index >= 0; index--) {
    const twin = added.findIndex((match) => squeeze(match.text) === squeeze((removed[index] as CodeMatch).text));
    if (twin < 0) continue;
    added.splice(twin, 1);
    removed.splice(index, 1);
  }
}

const squeeze = (text: string): string => text.replace(/\s+/g, ' ');
const clip = (text: string): string => (text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT - 1)}…` : text);
const clipAll = (captures: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(captures).map(([name, value]) => [name, clip(value)]));
