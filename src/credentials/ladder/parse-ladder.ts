import { LineCounter, parseDocument, type Document } from 'yaml';
import { ladderSchema, type Ladder } from '../../model/ladder.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';

/** As many as a person mends at once. */
const NAMED = 8;

/** Reads a ladder in YAML or JSON. `bad-input` names each place that does not fit by line and column. */
export function parseLadder(text: string): Result<Ladder, Problem> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  if (document.errors.length > 0)
    return refuse(document.errors.map(({ pos, message }) => `${toPlace(lines, pos[0])}: ${message.split('\n')[0]?.replace(/ at line .*$/, '') ?? ''}.`));
  const read = toData(document);
  if (!read.ok) return refuse([read.problem]);
  const parsed = ladderSchema.safeParse(read.value);
  const found = parsed.success ? listTwice(parsed.data) : parsed.error.issues;
  if (parsed.success && found.length === 0) return ok(parsed.data);
  return refuse(found.map(({ path, message }) => `${findPlace(document, lines, path)}: ${toName(path)}${/[.!?]$/.test(message) ? message : `${message}.`}`));
}

/** Aliases are refused: a few of them can stand for more than any memory holds. */
function toData(document: Document): Result<unknown, string> {
  try {
    return ok(document.toJS({ maxAliasCount: 0 }));
  } catch (error) {
    return failed(error instanceof Error ? `${error.message}.` : 'It cannot be read.');
  }
}

interface Misfit {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

function listTwice({ rungs }: Ladder): Misfit[] {
  return rungs.flatMap(({ rung, asks }, index) => [
    ...(rungs.findIndex((other) => other.rung === rung) < index
      ? [{ path: ['rungs', index, 'rung'], message: `There is a rung called ${rung} already.` }]
      : []),
    ...asks.flatMap(({ activity }, at) =>
      activity !== undefined && asks.findIndex((other) => other.activity === activity) < at
        ? [{ path: ['rungs', index, 'asks', at, 'activity'], message: `This rung asks for ${activity} already.` }]
        : [],
    ),
  ]);
}

function refuse(found: readonly string[]): Result<never, Problem> {
  const more = found.length > NAMED ? ` And ${found.length - NAMED} more.` : '';
  const why = `${found.slice(0, NAMED).join(' ')}${more}`;
  return failed(problem('bad-input', 'This ladder cannot be used.', { why, next: 'docs/portfolio.md has an example. Nothing was changed.' }));
}

const toPlace = (lines: LineCounter, offset: number): string => {
  const { line, col } = lines.linePos(offset);
  return `Line ${line}, column ${col}`;
};

/** The nearest place that is written: what is missing has none of its own. */
function findPlace(document: Document, lines: LineCounter, path: readonly PropertyKey[]): string {
  for (let length = path.length; length >= 0; length--) {
    const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) return toPlace(lines, Number(node.range[0]));
  }
  return 'Line 1, column 1';
}

function toName(path: readonly PropertyKey[]): string {
  const name = path.findLast((part) => typeof part === 'string');
  return name === undefined ? '' : `${String(name)}: `;
}
