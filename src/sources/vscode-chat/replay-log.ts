/**
 * Plays VS Code's log of changes to one object: `{kind, k, v, i}` a line. 0 is the whole object, 1 sets what is at the path
 * `k`, 2 appends to the array there (after cutting it to `i` entries, where given), 3 removes. An entry that does not fit is skipped.
 * https://github.com/microsoft/vscode/blob/main/src/vs/workbench/contrib/chat/common/model/objectMutationLog.ts
 */
import { toFields } from '../fields.ts';

type Holder = Record<string, unknown> | unknown[];

/** The object at the end of the log; undefined where no line holds one. `damaged` counts lines that are no entry. */
export function replayLog(log: Buffer): { readonly state: unknown; readonly damaged: number } {
  let state: unknown;
  let damaged = 0;
  for (const line of linesOf(log)) {
    try {
      const { kind, k, v, i } = toFields(JSON.parse(line));
      if (kind === 0) state = v;
      else if (Array.isArray(k) && typeof kind === 'number') applyEntry(state, kind, k, v, i);
      else damaged += 1;
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      damaged += 1;
    }
  }
  return { state, damaged };
}

function* linesOf(log: Buffer): Generator<string> {
  let from = 0;
  while (from < log.length) {
    const newline = log.indexOf(0x0a, from);
    const end = newline === -1 ? log.length : newline;
    const line = log.toString('utf8', from, end).replace(/^\uFEFF/, '');
    if (line.trim() !== '') yield line;
    from = end + 1;
  }
}

function applyEntry(state: unknown, kind: number, path: readonly unknown[], value: unknown, index: unknown): void {
  const last = path.at(-1);
  const holder = path.slice(0, -1).reduce(getChild, state);
  if (!isHolder(holder) || !isKey(holder, last)) return;
  if (kind === 1) setChild(holder, last, value);
  if (kind === 3) removeChild(holder, last);
  if (kind !== 2) return;
  const target = getChild(holder, last) ?? [];
  if (!Array.isArray(target)) return;
  const kept = typeof index === 'number' && index >= 0 && index < target.length ? target.slice(0, index) : target;
  setChild(holder, last, [...(kept as unknown[]), ...(Array.isArray(value) ? (value as unknown[]) : [])]);
}

const isHolder = (value: unknown): value is Holder => typeof value === 'object' && value !== null;

/** An array has no names, and takes nothing beyond its next place; no name is one that every object has. */
function isKey(holder: Holder, key: unknown): key is string | number {
  if (Array.isArray(holder)) return typeof key === 'number' && Number.isInteger(key) && key >= 0 && key <= holder.length;
  return typeof key === 'number' || (typeof key === 'string' && (Object.hasOwn(holder, key) || !(key in holder)));
}

function getChild(holder: unknown, key: unknown): unknown {
  if (!isHolder(holder) || !isKey(holder, key)) return undefined;
  return Array.isArray(holder) ? holder[key as number] : holder[key];
}

function setChild(holder: Holder, key: string | number, value: unknown): void {
  if (Array.isArray(holder)) holder[key as number] = value;
  else holder[key] = value;
}

function removeChild(holder: Holder, key: string | number): void {
  if (Array.isArray(holder)) holder.splice(key as number, 1);
  else delete holder[key];
}
