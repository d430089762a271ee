import { createHash } from 'node:crypto';
import type { MergedRun } from '../../journal/merged-lines-table.ts';
import type { Journal } from '../../journal/open-journal.ts';
import type { TranscriptRow } from '../../journal/transcripts-table.ts';
import { mergeLines, type KeptLine } from './merge-lines.ts';
import { readKeptBytes } from './read-kept-bytes.ts';
import { readKeptLines } from './read-kept-lines.ts';
import { readLineKeys, type LineKeys } from './read-line-keys.ts';

/** What to read for a session: every kept copy of it, generations of one file, renamed files and other machines' alike. */
export interface ReadPlan {
  /** The copy the session is shown as: the newest of those that say something of their own. */
  readonly speaker: TranscriptRow;
  /** All copies, as they were when the plan was made. */
  readonly members: readonly TranscriptRow[];
  /** Null where the speaker holds everything. */
  readonly runs: readonly MergedRun[] | null;
  /** Every copy there was to choose from, members or not: one that is not among them is new. */
  readonly considered: ReadonlySet<number>;
}

export function planReading(journal: Journal, row: TranscriptRow): ReadPlan {
  const related = journal.transcripts.listRelated(row);
  const considered = new Set([row, ...related].map(({ id }) => id));
  if (related.length === 0) return { speaker: row, members: [row], runs: null, considered };
  const { telling, covered } = findTelling(journal, [row, ...related]);
  const kept = keepSameSession(journal, telling, row, covered);
  const copies = kept.copies.toSorted((a, b) => compareAge(a.row, b.row));
  const speaker = copies.at(-1)?.row ?? row;
  const members = [...copies, ...kept.covered].map((copy) => copy.row);
  if (copies.length < 2) return { speaker, members, runs: null, considered };
  const lines = copies.map(({ row: { id }, keys }): KeptLine[] => keys.lines.map((line) => ({ ...line, transcript: id })));
  return { speaker, members, runs: toRuns(lines.reduce(mergeLines), row), considered };
}

interface Covered {
  readonly row: TranscriptRow;
  readonly by: TranscriptRow;
}

/** Copies that are the beginning of another one say nothing: telling that needs no reading, only their hashes. */
function findTelling(journal: Journal, rows: readonly TranscriptRow[]): { telling: TranscriptRow[]; covered: Covered[] } {
  const telling: TranscriptRow[] = [];
  const covered: Covered[] = [];
  // Of equal ones the same one stands for the others, whichever was asked about.
  for (const row of rows.toSorted((a, b) => b.captured - a.captured || Number(b.hasTail) - Number(a.hasTail) || compareAge(b, a))) {
    const by = row.hasTail ? undefined : telling.find((longer) => longer.format === row.format && beginsWith(journal, longer, row));
    if (by) covered.push({ row, by });
    else telling.push(row);
  }
  return { telling, covered };
}

function beginsWith(journal: Journal, longer: TranscriptRow, { captured, prefixHash }: TranscriptRow): boolean {
  if (longer.captured === captured) return longer.prefixHash === prefixHash;
  const hash = createHash('sha256');
  let left = captured;
  for (const bytes of journal.segments.read(longer.id)) {
    hash.update(bytes.subarray(0, left));
    left -= Math.min(left, bytes.length);
    if (left === 0) break;
  }
  return hash.digest('hex') === prefixHash;
}

interface Copy {
  readonly row: TranscriptRow;
  readonly keys: LineKeys;
}

const NO_KEYS: LineKeys = { sessions: new Set(), lines: [], events: new Set() };

/** Another session may have been at the same path before, and one that is resumed begins with what was said in another. */
function keepSameSession(journal: Journal, telling: readonly TranscriptRow[], row: TranscriptRow, covered: readonly Covered[]): Kept {
  const keysOf = ({ id, format, path }: TranscriptRow): LineKeys => readLineKeys(format, path, () => readKeptBytes(journal, id)) ?? NO_KEYS;
  const ownKeys = keysOf(row);
  const isSame = ({ keys, row: { derivedBy, session } }: { row: TranscriptRow; keys: () => LineKeys }): boolean =>
    derivedBy !== null && session !== null ? ownKeys.sessions.has(session) : [...keys().sessions].some((one) => ownKeys.sessions.has(one));
  const copies = telling.flatMap((other) => {
    const keys = other.id === row.id ? ownKeys : keysOf(other);
    return isSame({ row: other, keys: () => keys }) || other.id === row.id ? [{ row: other, keys }] : [];
  });
  const same = covered.filter(
    (copy) => copies.some((one) => one.row.id === copy.by.id) && (copy.row.id === row.id || isSame({ row: copy.row, keys: () => keysOf(copy.row) })),
  );
  // What covers it is of another session: it speaks for itself.
  const isAlone = !copies.some((copy) => copy.row.id === row.id) && !same.some((copy) => copy.row.id === row.id);
  return { copies: isAlone ? [...copies, { row, keys: ownKeys }] : copies, covered: same };
}

interface Kept {
  readonly copies: readonly Copy[];
  readonly covered: readonly Covered[];
}

/** The same on every machine that has both: by when they were written, by how much they hold, by what. */
const compareAge = (a: TranscriptRow, b: TranscriptRow): number =>
  a.mtimeMs - b.mtimeMs || a.captured - b.captured || compareTexts(a.prefixHash, b.prefixHash) || compareTexts(a.path, b.path) || a.id - b.id;

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function toRuns(lines: readonly KeptLine[], { format }: TranscriptRow): MergedRun[] {
  const first = toFirstLine(format);
  const runs: { start: number; transcript: number; line: number; count: number }[] = [];
  for (const [index, { transcript, line }] of lines.entries()) {
    const last = runs.at(-1);
    if (last?.transcript === transcript && last.line + last.count === line) last.count += 1;
    else runs.push({ start: first + index, transcript, line, count: 1 });
  }
  return runs;
}

/** What stands before the messages of a document is its line 0. */
const toFirstLine = (format: string | null): number => (format === null ? 1 : 0);

const NEWLINE = Buffer.from('\n');

/** The bytes of what the plan says, as one transcript. */
export function* readPlanned(journal: Journal, { speaker, members, runs }: ReadPlan): Generator<Buffer> {
  if (runs === null) {
    yield* readKeptBytes(journal, speaker.id);
    return;
  }
  const readers = new Map(members.map(({ id, format }) => [id, { line: toFirstLine(format) - 1, lines: readKeptLines(readKeptBytes(journal, id)) }]));
  for (const { transcript, line, count } of runs) {
    const reader = readers.get(transcript);
    if (!reader) continue;
    for (; reader.line < line + count - 1; reader.line += 1) {
      const next = reader.lines.next();
      if (next.done) break;
      if (reader.line + 1 >= line) yield Buffer.concat([next.value, NEWLINE]);
    }
  }
}
