/** Takes secrets out of a text before it is shared. Nothing is sent anywhere; nothing on disk is read. */
import { createPlaceholders, MARK, toRedactionId, type NamedValue, type Placeholders } from './create-placeholders.ts';
import { loadSecretlint, type AsyncDetector } from './detectors/load-secretlint.ts';
import { findCut } from './find-cut.ts';
import { findInKeys, findSecrets, type RedactionOptions } from './find-secrets.ts';
import type { Match } from './match.ts';
import { mergeMatches } from './merge-matches.ts';
import { isPlaceholder } from './values/is-placeholder.ts';
import { looksRandom } from './values/looks-random.ts';
import { PIECE_BORDER } from './views/join-pieces.ts';
import { windowsAround, type Span } from './views/windows.ts';

export interface Finding {
  readonly kind: string;
  /** Offsets in the text as given, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** What stands there now, e.g. `[secret:aws-key-1]`. */
  readonly replacement: string;
}

export interface Redaction {
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** Redacts the texts of one case: the same secret has the same placeholder in all of them. */
export interface Redactor {
  readonly redactText: (text: string) => Promise<Redaction>;
  /** The same for paths and names that records point to: only what its form gives away, and the person's name in a home folder. */
  readonly redactKeys: (text: string) => Promise<Redaction>;
  /** What was taken out so far. */
  readonly listNamed: () => readonly NamedValue[];
  /** Of what was taken out, the values that nobody would write by chance: they must stand nowhere else either. */
  readonly listKnown: () => readonly string[];
  readonly added: readonly string[];
  readonly keepsNone: boolean;
}

/** What the owner of a text says against the detectors. */
export interface Adjustments {
  /** Ids of values that are no secret. */
  readonly keep?: ReadonlySet<string>;
  /** Texts that go too, wherever they stand. */
  readonly add?: readonly string[];
}

/** A text that cannot be made safe. */
export class UnredactableError extends Error {}

/** Each round takes out what the one before laid bare. Two are enough for all but hostile texts; a text that is not done after these is refused. */
const MOST_ROUNDS = 12;
/** How far from a replacement the text is looked at again: what joined with the secret, or was shadowed by it, stands near. */
const LAID_BARE_REACH = 1000;
/** A secret this long is looked for wherever else it stands, without the name that gave it away. */
const SHORTEST_KNOWN = 10;
const MOST_KNOWN = 400;

let secretlintLoading: Promise<AsyncDetector> | undefined;

export async function createRedactor({ keep = new Set(), add = [], ...options }: RedactionOptions & Adjustments = {}): Promise<Redactor> {
  secretlintLoading ??= loadSecretlint();
  const secretlint = await secretlintLoading;
  const placeholders = createPlaceholders();
  const known = new Map<string, string>();
  const redactWith = (find: AsyncDetector) => (text: string) => redact(text, { find, placeholders, known, keep, add });
  return {
    redactText: redactWith((text) => findSecrets(text, options, secretlint)),
    redactKeys: redactWith(async (text) => findInKeys(text, options)),
    listNamed: placeholders.list,
    listKnown: () => [...known].flatMap(([value, kind]) => (keep.has(toIdOf(value, kind)) ? [] : [value])),
    added: add,
    keepsNone: keep.size === 0,
  };
}

/** Redacts one text on its own. Redacting the result again changes nothing. */
export async function redactText(text: string, options: RedactionOptions = {}): Promise<Redaction> {
  return (await createRedactor(options)).redactText(text);
}

interface Deps {
  readonly find: AsyncDetector;
  readonly placeholders: Placeholders;
  /** Kind of every long secret found so far. */
  readonly known: Map<string, string>;
  readonly keep: ReadonlySet<string>;
  readonly add: readonly string[];
}

async function redact(original: string, deps: Deps): Promise<Redaction> {
  deps.placeholders.reserve(original);
  let text = original;
  let findings: Finding[] = [];
  let windows: readonly Span[] = [{ start: 0, end: text.length }];
  for (let round = 0; ; round += 1) {
    const found = await findWithin(text, windows, deps.find);
    const known = findKnown(text, leaveMarks(text, mergeMatches(found)), deps.known);
    // Before they are merged: one that touches a mark must not take those beside it along.
    const chosen = deps.add.flatMap((value) => findAll(text, value, 'chosen'));
    const matches = mergeMatches(leaveMarks(text, [...chosen, ...found, ...known])).filter(
      ({ kind, start, end }) => kind === 'chosen' || !deps.keep.has(toIdOf(text.slice(start, end), kind)),
    );
    if (matches.length === 0) return { text, findings };
    if (round === MOST_ROUNDS) throw new UnredactableError('A text still held secrets after twelve rounds of redaction, so it cannot be shared.');
    const replaced = matches.map((match) => ({ ...match, replacement: toReplacement(text.slice(match.start, match.end), match.kind, deps.placeholders) }));
    findings = mergeRounds(findings, replaced);
    text = applyFindings(original, findings);
    windows = windowsAround(text, toPlaces(replaced), LAID_BARE_REACH);
  }
}

async function findWithin(text: string, windows: readonly Span[], find: AsyncDetector): Promise<Match[]> {
  const matches: Match[] = [];
  for (const { start, end } of windows)
    for (const match of await find(text.slice(start, end))) matches.push({ kind: match.kind, start: match.start + start, end: match.end + start });
  return matches;
}

/** Where the replacements stand now. A name in a home path stands alone: taking it out lays nothing bare. */
function toPlaces(replaced: readonly Finding[]): Span[] {
  let shift = 0;
  return replaced.flatMap(({ kind, start, end, replacement }) => {
    const from = start + shift;
    shift += replacement.length - (end - start);
    return kind === 'user' ? [] : [{ start: from, end: from + replacement.length }];
  });
}

/** Matches that touch the mark of an earlier redaction are left: what they would take out is already out. */
function leaveMarks(text: string, matches: readonly Match[]): Match[] {
  const marks = [...text.matchAll(MARK)].map((mark) => ({ start: mark.index, end: mark.index + mark[0].length }));
  let next = 0;
  return matches
    .toSorted((a, b) => a.start - b.start)
    .filter(({ start, end }) => {
      while ((marks[next]?.end ?? Infinity) <= start) next += 1;
      return (marks[next]?.start ?? Infinity) >= end;
    });
}

/** Everywhere else that a found secret stands. */
function findKnown(text: string, matches: readonly Match[], known: Map<string, string>): Match[] {
  for (const { kind, start, end } of matches) {
    // Some detectors take the quotes along; elsewhere it may stand without them.
    const value = text.slice(start, end).replaceAll(/^["'`]+|["'`]+$/g, '');
    const isTelling = value.length >= SHORTEST_KNOWN && value.length <= 1024 && !/\s/.test(value) && isUnmistakable(value);
    if (isTelling && kind !== 'email' && kind !== 'user' && known.size < MOST_KNOWN && !isPlaceholder(value)) known.set(value, kind);
  }
  return [...known].flatMap(([value, kind]) => [...findAll(text, value, kind), ...findCut(text, value, kind)]);
}

function findAll(text: string, value: string, kind: string): Match[] {
  const matches: Match[] = [];
  for (let at = text.indexOf(value); at !== -1; at = text.indexOf(value, at + value.length)) matches.push({ kind, start: at, end: at + value.length });
  return matches;
}

/** Words may stand anywhere by chance; drawn characters and mixed passwords do not. */
const isUnmistakable = (value: string): boolean =>
  looksRandom(value, SHORTEST_KNOWN) || [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].every((sort) => sort.test(value));

/** Without what lies between the pieces of a value that was cut or wrapped. */
const toValue = (found: string): string => found.replaceAll(/[\s"'`+\\\uE000]/g, '');

const toIdOf = (found: string, kind: string): string => toRedactionId(kind, toValue(found));

const keepLines = (piece: string): string => '\n'.repeat(piece.split('\n').length - 1);

/** Lines are kept, so that what a person marked by line stays marked; so are the borders between texts. */
function toReplacement(found: string, kind: string, placeholders: Placeholders): string {
  const [first = '', ...others] = found.split(PIECE_BORDER);
  const name = placeholders.nameOf(kind, toValue(found));
  return [name + keepLines(first), ...others.map((piece) => name + keepLines(piece))].join(PIECE_BORDER);
}

/** Findings of a later round, whose offsets are those of the text with the earlier replacements, moved to the original text. */
function mergeRounds(earlier: readonly Finding[], later: readonly Finding[]): Finding[] {
  let shift = 0; // length gained by replacements before the current place
  let next = 0;
  const moved = later.map((finding) => {
    for (let known = earlier[next]; known && known.start + shift < finding.start; known = earlier[next]) {
      shift += known.replacement.length - (known.end - known.start);
      next += 1;
    }
    return { ...finding, start: finding.start - shift, end: finding.end - shift };
  });
  return [...earlier, ...moved].sort((a, b) => a.start - b.start);
}

function applyFindings(text: string, findings: readonly Finding[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { start, end, replacement } of findings) {
    parts.push(text.slice(done, start), replacement);
    done = end;
  }
  return parts.join('') + text.slice(done);
}
