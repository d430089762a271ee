/**
 * Cuts a JSON document at the elements of one of its arrays, without parsing it: each element becomes a line of its own, and
 * the document with that array empty the line before them. Where the document is damaged or cut off, whole elements are still given.
 */
import type { RawLine } from './source.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const COMMA = 0x2c;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;

/** @param name of the array, a member of the document itself; undefined where the document is the array */
export function* splitDocument(document: Buffer, name: string | undefined): Generator<RawLine> {
  const open = name === undefined ? findOpening(document) : findArray(document, name);
  if (open === -1) {
    yield { line: 0, offset: 0, bytes: toOneLine(document) };
    return;
  }
  const { spans, close } = findElements(document, open);
  const header = Buffer.concat([document.subarray(0, open + 1), document.subarray(close)]);
  yield { line: 0, offset: 0, bytes: toOneLine(header) };
  for (const [index, [from, to]] of spans.entries()) yield { line: index + 1, offset: from, bytes: toOneLine(document.subarray(from, to)) };
}

/** Line ends stand only between a document's words, where a blank does as well. */
function toOneLine(bytes: Buffer): Buffer {
  if (!bytes.includes(NEWLINE) && !bytes.includes(RETURN)) return bytes;
  const line = Buffer.from(bytes);
  for (let at = 0; at < line.length; at += 1) if (line[at] === NEWLINE || line[at] === RETURN) line[at] = SPACE;
  return line;
}

function findOpening(document: Buffer): number {
  let at = document[0] === 0xef ? 3 : 0; // a byte order mark
  while (at < document.length && isBlank(document[at])) at += 1;
  return document[at] === OPEN_BRACKET ? at : -1;
}

/** Index of the opening bracket of the document's own member `name`, or -1. */
function findArray(document: Buffer, name: string): number {
  const key = Buffer.from(JSON.stringify(name));
  let depth = 0;
  for (let at = 0; at < document.length; at += 1) {
    const byte = document[at];
    if (byte === QUOTE) {
      const end = findStringEnd(document, at);
      if (depth === 1 && end + 1 - at === key.length && document.subarray(at, end + 1).equals(key)) {
        const colon = skipBlanks(document, end + 1);
        const open = skipBlanks(document, colon + 1);
        if (document[colon] === COLON && document[open] === OPEN_BRACKET) return open;
      }
      at = end;
    } else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) depth += 1;
    else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) depth -= 1;
  }
  return -1;
}

/** Where each element begins and ends, and the index of the array's closing bracket, or of the document's end. */
function findElements(document: Buffer, open: number): { spans: [number, number][]; close: number } {
  const spans: [number, number][] = [];
  let depth = 0;
  let start = open + 1;
  const give = (end: number): void => {
    const from = skipBlanks(document, start);
    let to = end;
    while (to > from && isBlank(document[to - 1])) to -= 1;
    if (to > from) spans.push([from, to]);
  };
  for (let at = open + 1; at < document.length; at += 1) {
    const byte = document[at];
    if (byte === QUOTE) at = findStringEnd(document, at);
    else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) depth += 1;
    else if (byte === COMMA && depth === 0) {
      give(at);
      start = at + 1;
    } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
      if (depth === 0) {
        give(at);
        return { spans, close: at };
      }
      depth -= 1;
    }
  }
  give(document.length);
  return { spans, close: document.length };
}

/** Index of the closing quote, or of the document's last byte where there is none. */
function findStringEnd(document: Buffer, open: number): number {
  for (let at = document.indexOf(QUOTE, open + 1); at !== -1; at = document.indexOf(QUOTE, at + 1)) {
    let slashes = 0;
    while (document[at - 1 - slashes] === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return document.length - 1;
}

function skipBlanks(document: Buffer, from: number): number {
  let at = from;
  while (at < document.length && isBlank(document[at])) at += 1;
  return at;
}

const isBlank = (byte: number | undefined): boolean => byte === SPACE || byte === NEWLINE || byte === RETURN || byte === 0x09;
