/**
 * Looks at the first bytes of a file as if they were JSON objects, whole or cut off, on one line each or spread over many:
 * which keys do they have, two levels deep, and which short strings. Enough to tell formats apart by content.
 */
export interface PeekedObject {
  readonly has: (path: string) => boolean;
  /** A string's value; '' for anything else. */
  readonly get: (path: string) => string | undefined;
  /** False where the bytes end inside the object. */
  readonly complete: boolean;
}

export interface PeekedHead {
  readonly text: string;
  readonly objects: readonly PeekedObject[];
  /** The objects are elements of one array. */
  readonly inArray: boolean;
}

const OBJECTS_KEPT = 12;
const VALUE_LENGTH = 200;
const peekedByHead = new WeakMap<Buffer, PeekedHead>();

/** Remembered for each buffer: every format's sniffer asks for the same one. */
export function peekHead(head: Buffer): PeekedHead {
  const known = peekedByHead.get(head);
  if (known) return known;
  const text = head.toString('utf8').replace(/^\uFEFF/, '');
  const peeked = { text, ...peekObjects(text) };
  peekedByHead.set(head, peeked);
  return peeked;
}

function peekObjects(text: string): { objects: PeekedObject[]; inArray: boolean } {
  const objects: PeekedObject[] = [];
  const start = /^\s*(\[\s*)?\{/.exec(text);
  if (!start) return { objects, inArray: false };
  let at = start[0].length - 1;
  while (at !== -1 && objects.length < OBJECTS_KEPT) {
    const { object, end } = peekObject(text, at);
    objects.push(object);
    at = findNextObject(text, end);
  }
  return { objects, inArray: start[1] !== undefined };
}

/** Index of the next opening brace after an object; after a damaged line, that of the next line which begins with one; else -1. */
function findNextObject(text: string, from: number): number {
  const next = /^[\s,]*\{/.exec(text.slice(from, from + 64));
  if (next) return from + next[0].length - 1;
  const line = text.indexOf('\n{', from);
  return line === -1 ? -1 : line + 1;
}

/** `end` is the index after the object: after its closing brace, or where it turns out to be damaged. */
function peekObject(text: string, start: number): { object: PeekedObject; end: number } {
  const values = new Map<string, string>();
  const keys: string[] = []; // the key being read at depth 1 and 2
  const stack: string[] = []; // '{' or '['
  let before = ':'; // last character that is no blank
  let isKey = false;
  let complete = false;
  let at = start;
  for (; at < text.length && !complete; at += 1) {
    const char = text[at] ?? '';
    if (char === '{' || char === '[') {
      if (!BEFORE_VALUE.has(before)) break;
      stack.push(char);
      isKey = char === '{';
    } else if (char === '}' || char === ']') {
      stack.pop();
      isKey = false;
      complete = stack.length === 0;
    } else if (char === ',') isKey = stack.at(-1) === '{';
    else if (char === '"') {
      const end = findStringEnd(text, at);
      if (text[end] === '\n') return { object: toObject(values, false), end };
      if (stack.length <= 2 && !stack.includes('[')) {
        if (isKey) keys[stack.length - 1] = text.slice(at + 1, end);
        values.set(keys.slice(0, stack.length).join('.'), isKey ? '' : text.slice(at + 1, Math.min(end, at + 1 + VALUE_LENGTH)));
      }
      isKey = false;
      at = end;
    }
    if (char.trim() !== '') before = char;
  }
  return { object: toObject(values, complete), end: at };
}

const BEFORE_VALUE = new Set([':', '[', ',']);

const toObject = (values: ReadonlyMap<string, string>, complete: boolean): PeekedObject => ({
  has: (path) => values.has(path),
  get: (path) => values.get(path),
  complete,
});

/** Index of the closing quote, of the line's end where the quote is missing (no JSON string holds one), or of the text's end. */
function findStringEnd(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text[at - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return endOfLineWithin(text, open, at) ?? at;
  }
  return endOfLineWithin(text, open, text.length) ?? text.length;
}

function endOfLineWithin(text: string, from: number, to: number): number | undefined {
  const newline = text.indexOf('\n', from);
  return newline !== -1 && newline < to ? newline : undefined;
}
