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
  while (objects.length < OBJECTS_KEPT) {
    const { object, end } = peekObject(text, at);
    objects.push(object);
    const next = /^[\s,]*\{/.exec(text.slice(end, end + 64));
    if (!next) break;
    at = end + next[0].length - 1;
  }
  return { objects, inArray: start[1] !== undefined };
}

function peekObject(text: string, start: number): { object: PeekedObject; end: number } {
  const values = new Map<string, string>();
  const keys: string[] = []; // the key being read at depth 1 and 2
  const stack: string[] = []; // '{' or '['
  let at = start;
  let isKey = false;
  for (; at < text.length; at += 1) {
    const char = text[at];
    if (char === '{' || char === '[') {
      stack.push(char);
      isKey = char === '{';
    } else if (char === '}' || char === ']') {
      stack.pop();
      isKey = false;
      if (stack.length === 0) break;
    } else if (char === ',') isKey = stack.at(-1) === '{';
    else if (char === '"') {
      const end = findStringEnd(text, at);
      const depth = stack.length;
      const isPlain = stack.every((open) => open === '{');
      if (isPlain && depth <= 2 && isKey) {
        keys[depth - 1] = text.slice(at + 1, end);
        values.set(keys.slice(0, depth).join('.'), '');
      } else if (isPlain && depth <= 2) values.set(keys.slice(0, depth).join('.'), text.slice(at + 1, Math.min(end, at + 1 + VALUE_LENGTH)));
      isKey = false;
      at = end;
    }
  }
  const object = { has: (path: string) => values.has(path), get: (path: string) => values.get(path), complete: at < text.length };
  return { object, end: Math.min(at + 1, text.length) };
}

/** Index of the closing quote, or the end of the text. */
function findStringEnd(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text[at - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return text.length;
}
