import { LineCounter, parseDocument, type Document } from 'yaml';
import type { Misconception } from '../../model/misconception.ts';
import { ownCatalogueSchema, type OwnCatalogue } from '../../model/own-catalogue.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { applyOwnCatalogue, type Misfit } from './apply-own-catalogue.ts';

/** As many as a person mends at once. */
const NAMED = 8;

/** Reads an own catalogue, in YAML or JSON. `bad-input` names each place that does not fit by line and column. */
export function parseOwnCatalogue(text: string, given: readonly Misconception[]): Result<OwnCatalogue, Problem> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  if (document.errors.length > 0)
    return refuse(document.errors.map(({ pos, message }) => `${place(lines, pos[0])}: ${message.split('\n')[0]?.replace(/ at line .*$/, '') ?? ''}`));
  const parsed = ownCatalogueSchema.safeParse(document.toJS({ maxAliasCount: 0 }));
  const misfits: readonly Misfit[] = parsed.success ? applyOwnCatalogue(given, parsed.data).misfits : parsed.error.issues;
  if (!parsed.success || misfits.length > 0) return refuse(listPlaces(document, lines, misfits));
  return ok(parsed.data);
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

function refuse(found: readonly string[]): Result<never, Problem> {
  const more = found.length > NAMED ? ` And ${found.length - NAMED} more.` : '';
  return failed(
    problem('bad-input', 'This catalogue of misconceptions cannot be used.', {
      why: `${found.slice(0, NAMED).join(' ')}${more}`,
      next: 'Correct the file and bring it again; nothing was changed.',
    }),
  );
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
