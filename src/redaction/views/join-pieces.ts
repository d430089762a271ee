/** Glues what was cut: tokens wrapped over lines, strings put together with operators, pieces streamed as neighbouring events. */
import { looksLikePiece } from '../values/looks-random.ts';
import { createViewBuilder, type TextView } from './text-view.ts';
import type { Span } from './windows.ts';

/** Stands between two texts of one stream, e.g. two replies in a row. From the private use area, so that no text means anything by it. */
export const PIECE_BORDER = '\n\uE000\n';

const QUOTE_JOINT = '["\'`][ \\t]{0,40}(?:[+.&,|\\\\<>]{1,2}[ \\t]{0,40})?(?:\\r?\\n[ \\t]{0,40}(?:[-+.&][ \\t]{0,40}){0,2})?[bfru]{0,2}["\'`]';
const LINE_JOINT = '(?:[\\\\=]|[ \\t]{1,40}[│┃║|])?\\r?\\n[ \\t]{0,40}(?:[-+|>#*│┃║][ \\t]{1,40}|\\d{1,6}[→|:\\t][ \\t]{0,4})?';
const JOINT = new RegExp(`\\n\\uE000\\n|${QUOTE_JOINT}|${LINE_JOINT}`, 'g');
const RUN_BREAK = /[\s"'`<>(){},;\uE000]/;
/** How much of the line before a cut token is looked at: it names the token. */
const LEAD = 80;
const LONGEST_RUN = 8192;

export interface JoinedView extends TextView {
  /**
   * Stretch of the base of a match that runs over at least one joint, with words after the cut token left out; undefined for any
   * other match. Where only a name says that it is a secret, its first piece must read as drawn too.
   */
  readonly toCutSecret: (start: number, end: number, isSure: boolean) => Span | undefined;
}

export function joinPieces(text: string): JoinedView | undefined {
  const chains = findChains(text);
  if (chains.length === 0) return undefined;
  const builder = createViewBuilder(text);
  const joints: number[] = []; // places in the view where two pieces meet
  let length = 0;
  const addWindow = (chain: readonly Span[], from: number, to: number) => {
    const pieces = chain.slice(from, to);
    const lineStart = leadStart(text, pieces[0]?.start ?? 0);
    pieces.forEach((piece, index) => {
      const start = index === 0 ? lineStart : piece.start;
      if (index > 0) joints.push(length);
      builder.copy(start, piece.end);
      length += piece.end - start;
    });
    const last = pieces.at(-1)?.end ?? 0;
    builder.put('\n', last, last);
    length += 1;
  };
  for (const chain of chains) {
    for (const size of new Set([2, 3, chain.length - 1, chain.length])) {
      if (size < 2 || size > chain.length) continue;
      const step = size > 3 ? chain.length : 1;
      for (let from = 0; from + size <= chain.length; from += step) addWindow(chain, from, from + size);
    }
  }
  const view = builder.finish();
  return { ...view, toCutSecret: (start, end, isSure) => toCutSecret(view, joints, start, end, isSure) };
}

function toCutSecret(view: TextView, joints: readonly number[], start: number, end: number, isSure: boolean): Span | undefined {
  const first = firstAtLeast(joints, start + 1);
  if (!isSure && !looksLikePiece(view.text.slice(start, joints[first]))) return undefined;
  let kept = end;
  let last = firstAtLeast(joints, end) - 1;
  // A greedy format swallows the word on the next line: only pieces that read as drawn belong to the secret.
  while (last >= first && !looksLikePiece(view.text.slice(joints[last], kept))) {
    kept = joints[last] ?? kept;
    last -= 1;
  }
  return last >= first ? view.toBase(start, kept) : undefined;
}

/** Index of the first number that is not less than the wanted one. */
function firstAtLeast(sorted: readonly number[], wanted: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Runs of token characters that meet at joints, each chain as long as its pieces fill the space between joints. */
function findChains(text: string): Span[][] {
  const chains: Span[][] = [];
  let chain: Span[] = [];
  const flush = () => {
    if (chain.length > 1 && isWorthLooking(text, chain)) chains.push(chain);
    chain = [];
  };
  for (const joint of text.matchAll(JOINT)) {
    const after = joint.index + joint[0].length;
    const right = { start: after, end: beginsAnew(text, after) ? after : runEnd(text, after) };
    const previous = chain.at(-1);
    if (previous?.end !== joint.index) {
      flush();
      const left = { start: runStart(text, joint.index), end: joint.index };
      if (left.start < left.end && right.start < right.end) chain = [left, right];
    } else if (right.start < right.end) {
      chain.push(right);
    } else {
      flush();
    }
  }
  flush();
  return chains;
}

/** The line before counts too: `token: >-` names what is folded under it. */
function leadStart(text: string, start: number): number {
  const reach = Math.max(0, start - LEAD);
  const near = text.slice(reach, start);
  const line = near.lastIndexOf('\n');
  return reach + (line === -1 ? 0 : near.lastIndexOf('\n', line - 1) + 1);
}

/** A name of its own, or an address: the line says something new. */
const beginsAnew = (text: string, at: number): boolean => /^[A-Za-z_][\w.-]{0,60}(?:=[^=\s]|:)|^\.{1,2}\//.test(text.slice(at, at + 64));

function runStart(text: string, end: number): number {
  let start = end;
  while (start > 0 && end - start < LONGEST_RUN && !RUN_BREAK.test(text[start - 1] ?? ' ')) start -= 1;
  return start;
}

function runEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && end - start < LONGEST_RUN && !RUN_BREAK.test(text[end] ?? ' ')) end += 1;
  return end;
}

const WHOLE_PIECE = /^.*$/s;
const TOKEN_START = /^[A-Za-z0-9_+/=~-]+/;

/** Most joints are the line ends of prose and code: words meet there. `toCutSecret` wants a later piece that reads as drawn. */
function isWorthLooking(text: string, chain: readonly Span[]): boolean {
  const length = chain.reduce((sum, piece) => sum + piece.end - piece.start, 0);
  if (length < 12) return false;
  return chain.some(
    (piece, index) => index > 0 && [WHOLE_PIECE, TOKEN_START].some((form) => looksLikePiece(form.exec(text.slice(piece.start, piece.end))?.[0] ?? '')),
  );
}
