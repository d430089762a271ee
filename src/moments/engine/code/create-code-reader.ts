/**
 * Finds code patterns in the changed lines of one edit. Most edits parse nothing: a pattern is looked for only where its
 * prefilter hits a changed line. What was only moved within the edit is no finding. Never throws on any content.
 */
import type { EventOf } from '../../../model/event.ts';
import type { CodeMatch } from '../../facts/facts.ts';
import type { ReadCode } from '../../facts/create-facts-builder.ts';
import { toCodeLanguage, type CodeLanguage } from './code-language.ts';
import type { CodePattern } from './code-pattern.ts';
import { toPlacedTexts, toReadable, type PlacedText } from './code-texts.ts';
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
      .filter(({ files = kind }) => files === kind)
      .map((pattern) => ({
        pattern,
        mayBeAdded:
          (pattern.prefilter.test(changed.added) && (pattern.alongside?.test(changed.added) ?? true)) || (pattern.afterRemoval?.test(changed.removed) ?? false),
        mayBeRemoved: pattern.prefilter.test(changed.removed),
      }))
      .filter(({ pattern, mayBeAdded, mayBeRemoved }) =>
        pattern.sides === 'removed-first' ? mayBeRemoved : mayBeAdded || (pattern.sides === 'both' && mayBeRemoved),
      );
    if (wanted.length === 0) return [];

    const texts = {
      added: lazily(() => toPlacedTexts(edit, 'added', language, parse)),
      removed: lazily(() => toPlacedTexts(edit, 'removed', language, parse)),
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

/** The changed lines of both sides, for prefilters. */
function toChangedText(edit: EventOf<'edit'>): { added: string; removed: string } {
  const added: string[] = [];
  const removed: string[] = [];
  for (const { lines } of edit.hunks)
    for (const line of lines) {
      if (line[0] === '+') added.push(toReadable(line));
      else if (line[0] === '-') removed.push(toReadable(line));
    }
  return { added: added.join('\n'), removed: removed.join('\n') };
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

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
