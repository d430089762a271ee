/**
 * Blocks of languages with braces (Java, C#, Rust, C, C++), read from the masked text. Their grammars are large (C# 63 MB, C++
 * 34 MB unpacked) and nothing asked here needs one: which block a head opens, what stands in it, and what its statements are.
 */
import type { CodeText } from './code-pattern.ts';
import { lazily } from './lazily.ts';

/** A text twice, column by column the same: as written, and without comments and the insides of strings. */
export interface BracedText {
  readonly masked: string;
  readonly raw: string;
  /** 0-based line of an offset. */
  readonly lineAt: (offset: number) => number;
  /** Offset of the bracket that belongs to the one at `offset`, or -1. */
  readonly partnerOf: (offset: number) => number;
}

export interface Block {
  readonly head: RegExpExecArray;
  /** Offsets: of the head and of the closing brace. */
  readonly from: number;
  readonly close: number;
  readonly start: number;
  readonly end: number;
  readonly body: string;
  readonly rawBody: string;
}

const bracedByCode = new WeakMap<CodeText, BracedText>();

export function toBraced(code: CodeText): BracedText {
  const known = bracedByCode.get(code);
  if (known) return known;
  const lines = code.code();
  const masked = lines.join('\n');
  // A line that was left out of the mask is left out of the raw text too, so that both keep one place for everything.
  const raw = lines.map((line, index) => (code.lines[index]?.length === line.length ? code.lines[index] : line)).join('\n');
  const starts = lazily(() => listStarts(lines));
  const partners = lazily(() => pairBrackets(masked));
  const braced = { masked, raw, lineAt: (offset: number) => findLine(starts(), offset), partnerOf: (offset: number) => (partners()[offset] ?? 0) - 1 };
  bracedByCode.set(code, braced);
  return braced;
}

function listStarts(lines: readonly string[]): number[] {
  let at = 0;
  return lines.map((line) => (at += line.length + 1) - line.length - 1);
}

function findLine(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

const OPENERS = '([{';
const CLOSERS = ')]}';

/** For every bracket the offset of its partner plus one; 0 where it has none. One pass, since a hostile text may hold nothing else. */
function pairBrackets(masked: string): Int32Array {
  const partners = new Int32Array(masked.length);
  const open: number[] = [];
  for (const { 0: bracket, index } of masked.matchAll(/[()[\]{}]/g)) {
    if (OPENERS.includes(bracket)) open.push(index);
    else if (masked[open.at(-1) ?? -1] === OPENERS[CLOSERS.indexOf(bracket)]) {
      const partner = open.pop() as number;
      partners[partner] = index + 1;
      partners[index] = partner + 1;
    }
  }
  return partners;
}

/** Blocks that meet the changed lines and end within the text. `head` is global and matches up to the opening brace. */
export function* findBlocks(code: CodeText, head: RegExp): Iterable<Block> {
  const { masked, raw, lineAt, partnerOf } = toBraced(code);
  for (const match of masked.matchAll(head)) {
    const open = match.index + match[0].length - 1;
    const close = partnerOf(open);
    if (close < open) continue;
    const start = lineAt(match.index);
    const end = lineAt(close);
    if (code.meets(start, end))
      yield { head: match, from: match.index, close, start, end, body: masked.slice(open + 1, close), rawBody: raw.slice(open + 1, close) };
  }
}

/** The statements of a block's body as written, each on one line and without comments; a nested block belongs to what opens it. */
export function listStatements({ body, rawBody }: Pick<Block, 'body' | 'rawBody'>): string[] {
  const statements: string[] = [];
  let depth = 0;
  let statement = '';
  let isQuoted = false;
  const cut = (): void => {
    const squeezed = statement.replaceAll(/\s+/g, ' ').trim();
    if (squeezed !== '') statements.push(squeezed);
    statement = '';
  };
  for (let at = 0; at < body.length; at++) {
    const char = body[at] as string;
    if (char === '"') isQuoted = !isQuoted;
    else if (char === '\n') isQuoted = false;
    if (char === ';' && depth === 0) {
      cut();
      continue;
    }
    // Comments are blank in the mask and no part of a statement; the insides of strings are blank too, and are.
    statement += char === ' ' && !isQuoted ? ' ' : rawBody[at];
    if (OPENERS.includes(char)) depth++;
    else if (CLOSERS.includes(char)) {
      depth--;
      if (char === '}' && depth === 0) cut();
    }
  }
  cut();
  return statements;
}
