import { LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { failed, ok, type Result } from '../model/result.ts';

/** What does not fit, and where: as a path within what was written. */
export interface Misfit {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** As many as a person mends at once. */
const NAMED = 8;

/** Reads what somebody wrote, in YAML or JSON. A failure is a paragraph that names each place that does not fit by line and column. */
export function readWrittenFile<S extends z.ZodType>(text: string, schema: S, check: (read: z.output<S>) => readonly Misfit[]): Result<z.output<S>, string> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  if (document.errors.length > 0)
    return refuse(document.errors.map(({ pos, message }) => `${place(lines, pos[0])}: ${message.split('\n')[0]?.replace(/ at line .*$/, '') ?? ''}`));
  const data = toData(document);
  if (!data.ok) return refuse([data.problem]);
  const parsed = schema.safeParse(data.value);
  const misfits: readonly Misfit[] = parsed.success ? check(parsed.data) : parsed.error.issues;
  if (!parsed.success || misfits.length > 0) return refuse(listPlaces(document, lines, misfits));
  return ok(parsed.data);
}

/** Aliases are refused: a few of them can stand for more than any memory holds. */
function toData(document: Document): Result<unknown, string> {
  try {
    return ok(document.toJS({ maxAliasCount: 0 }));
  } catch (error) {
    return failed(error instanceof Error ? `${error.message}.` : 'It cannot be read.');
  }
}

/** One thing said of each place: what is too much is often too much in two ways. */
function listPlaces(document: Document, lines: LineCounter, misfits: readonly Misfit[]): string[] {
  const saidByPlace = new Map<string, string>();
  for (const { path, message } of misfits) {
    const where = `${placeOf(document, lines, path)}: ${toName(path)}`;
    if (!saidByPlace.has(where)) saidByPlace.set(where, `${where}${/[.!?]$/.test(message) ? message : `${message}.`}`);
  }
  return [...saidByPlace.values()];
}

function refuse(found: readonly string[]): Result<never, string> {
  const more = found.length > NAMED ? ` And ${found.length - NAMED} more.` : '';
  return failed(`${found.slice(0, NAMED).join(' ')}${more}`);
}

const place = (lines: LineCounter, offset: number): string => {
  const { line, col } = lines.linePos(offset);
  return `Line ${line}, column ${col}`;
};

/** The nearest place that is written: what is missing has none of its own. */
function placeOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): string {
  for (let length = path.length; length >= 0; length--) {
    const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) return place(lines, Number(node.range[0]));
  }
  return 'Line 1, column 1';
}

function toName(path: readonly PropertyKey[]): string {
  const name = path.findLast((part) => typeof part === 'string');
  return name === undefined ? '' : `${String(name)}: `;
}
