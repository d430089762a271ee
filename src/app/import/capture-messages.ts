import { createHash } from 'node:crypto';
import type { Journal } from '../../journal/open-journal.ts';
import type { FileStamp, TranscriptRow } from '../../journal/transcripts-table.ts';
import type { AgentName } from '../../model/agent.ts';
import type { RawLine } from '../../sources/source.ts';
import { readKeptBytes } from './read-kept-bytes.ts';
import { readLineKeys } from './read-line-keys.ts';

const PIECE_BYTES = 1024 * 1024;
const NEWLINE = Buffer.from('\n');

export interface MessagesToKeep {
  readonly path: string;
  /** '' for a document, a session's own id within a database. */
  readonly part: string;
  readonly stamp: FileStamp;
  readonly agent: AgentName;
  /** Null where the messages are a file's own lines. */
  readonly format: string | null;
  readonly demo: boolean;
}

/**
 * Keeps a whole session as its messages, one a line, in place of what was kept of it before. One that lacks something that was
 * there begins a new generation beside the old, so that nothing once read is lost. Returns the row it is kept in.
 */
export function captureMessages(journal: Journal, { path, part, stamp, agent, format, demo }: MessagesToKeep, messages: Iterable<RawLine>): TranscriptRow {
  const { pieces, captured, lines, prefixHash } = toPieces(messages, format === null ? 1 : 0);
  return journal.transaction(() => {
    const current = journal.transcripts.getCurrent(path, part);
    const goesOn = current !== null && (current.captured === 0 || current.prefixHash === prefixHash || holdsAllOf(journal, current, { format, pieces }));
    const row = goesOn ? current : journal.transcripts.add({ ...stamp, path, part, format, state: 'read', agent, demo });
    if (goesOn) {
      journal.transcripts.setState(row.id, 'read', agent, format);
      journal.transcripts.setStamp(row.id, stamp);
    }
    if (row.captured === 0 || row.prefixHash !== prefixHash) {
      journal.segments.removeAll(row.id);
      for (const piece of pieces) journal.segments.add(row.id, piece);
      journal.transcripts.setCaptured(row.id, { captured, lines, prefixHash, tail: null });
    }
    return journal.transcripts.get(row.id) ?? row;
  });
}

/** Messages are written anew while they grow, so it is what they record that counts, not their bytes. */
function holdsAllOf(journal: Journal, current: TranscriptRow, { format, pieces }: { format: string | null; pieces: Pieces['pieces'] }): boolean {
  if (current.format !== format) return false;
  const before = readLineKeys(format, current.path, () => readKeptBytes(journal, current.id));
  const now = readLineKeys(format, current.path, () => pieces.map(({ bytes }) => bytes));
  return before === null || [...before.events].every((id) => now?.events.has(id));
}

interface Pieces {
  readonly pieces: readonly { readonly start: number; readonly bytes: Buffer; readonly firstLine: number }[];
  readonly captured: number;
  readonly lines: number;
  readonly prefixHash: string;
}

/** @param first number of the first line */
function toPieces(messages: Iterable<RawLine>, first: number): Pieces {
  const pieces: { start: number; bytes: Buffer; firstLine: number }[] = [];
  const hash = createHash('sha256');
  let pending: Buffer[] = [];
  let pendingBytes = 0;
  let captured = 0;
  let lines = 0;
  let firstLine = first;
  const cut = (): void => {
    if (pendingBytes === 0) return;
    const bytes = Buffer.concat(pending);
    hash.update(bytes);
    pieces.push({ start: captured, bytes, firstLine });
    captured += bytes.length;
    pending = [];
    pendingBytes = 0;
    firstLine = first + lines;
  };
  for (const { bytes } of messages) {
    pending.push(bytes, NEWLINE);
    pendingBytes += bytes.length + 1;
    lines += 1;
    if (pendingBytes >= PIECE_BYTES) cut();
  }
  cut();
  return { pieces, captured, lines, prefixHash: hash.digest('hex') };
}
