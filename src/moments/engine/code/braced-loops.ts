/** Loops in languages with braces, told by their heads. */
import type { CodeText } from './code-pattern.ts';
import { toBraced, type BracedText } from './braced-blocks.ts';
import { lazily } from './lazily.ts';

export interface BracedLoop {
  /** What is gone through, without white space; '' where the head does not say. */
  readonly collection: string;
  readonly head: string;
  /** Offset of the body in the text. */
  readonly from: number;
  readonly body: string;
  readonly start: number;
  readonly end: number;
  /** Whether the loop itself gives the name its value. */
  readonly binds: (name: string) => boolean;
}

/** Longer ones were not written by hand, and looking through each of many nested ones takes time in their square. */
const MOST_HEAD = 300;
const MOST_BODY = 8_000;
/** `T x : xs`, `var x in xs`, in Rust `x in xs`. */
const EACH = /\b\w+\s*(?::(?!:)|\bin\b)\s*([^;:]+)$/;
const COUNTED = /<=?\s*([\w.>-]+?)(?:\.|->)(?:length|size|Length|Count|len|count)\b/;

export function* findBracedLoops(code: CodeText): Iterable<BracedLoop> {
  const text = toBraced(code);
  for (const match of text.masked.matchAll(/\b(?:for|foreach|while)\b/g)) {
    const after = match.index + match[0].length;
    const block = code.language === 'rust' ? findRustBlock(text, after) : findBlockAfter(text, after);
    if (!block || block.head.length > MOST_HEAD) continue;
    const close = text.partnerOf(block.open);
    if (close < 0 || close - block.open > MOST_BODY) continue;
    const start = text.lineAt(match.index);
    const end = text.lineAt(close);
    if (!code.meets(start, end)) continue;
    const body = text.masked.slice(block.open + 1, close);
    const bound = lazily(() => new Set([...(block.head.match(/\w+(?=\s*(?::(?!:)|\bin\b|=))/g) ?? []), ...(body.match(/\b\w+(?=\s*=[^=])/g) ?? [])]));
    const collection = match[0] === 'while' ? '' : (EACH.exec(block.head)?.[1] ?? COUNTED.exec(block.head)?.[1] ?? '');
    yield { collection: collection.replaceAll(/\s+/g, ''), head: block.head, from: block.open + 1, body, start, end, binds: (name) => bound().has(name) };
  }
}

interface OpenedBlock {
  readonly head: string;
  readonly open: number;
}

/** `(…) {`, where the brackets may hold brackets themselves. */
function findBlockAfter({ masked, partnerOf }: BracedText, after: number): OpenedBlock | null {
  const paren = after + (/^\s*/.exec(masked.slice(after, after + 40))?.[0].length ?? 0);
  const end = masked[paren] === '(' ? partnerOf(paren) : -1;
  const brace = end < 0 ? null : /^\s*\{/.exec(masked.slice(end + 1, end + 80));
  return brace ? { head: masked.slice(paren + 1, end), open: end + brace[0].length } : null;
}

function findRustBlock({ masked }: BracedText, after: number): OpenedBlock | null {
  const head = /^[^{};]*\{/.exec(masked.slice(after, after + MOST_HEAD))?.[0];
  return head === undefined ? null : { head: head.slice(0, -1), open: after + head.length - 1 };
}
