import { createHash } from 'node:crypto';
import type { SessionEvent } from '../../model/event.ts';
import type { SessionId } from '../../model/session.ts';
import { readTranscript, readUnpacked } from '../../sources/read-transcript.ts';
import { readKeptLines } from './read-kept-lines.ts';

export interface LineKeys {
  readonly sessions: ReadonlySet<SessionId>;
  /** Of every line that is not empty, in order: what tells it from the others, and where it stands. */
  readonly lines: readonly { readonly line: number; readonly key: string }[];
  readonly events: ReadonlySet<string>;
}

/** Shorter lines (blank ones, fences) say nothing by themselves: they are known by the line before them. */
const LEAST_TELLING = 8;

/**
 * What each line records: the id of its first event, which stays when an agent writes the record again; otherwise its very
 * bytes. Null where the bytes are no transcript.
 * @param format as kept with the transcript: null for the file's own lines
 * @param open the kept bytes, read twice
 */
export function readLineKeys(format: string | null, path: string, open: () => Iterable<Buffer>): LineKeys | null {
  const idByLine = new Map<number, string>();
  const events = new Set<string>();
  const note = ({ id, line }: SessionEvent): void => {
    events.add(id);
    if (!idByLine.has(line) && !isPositional(id, line)) idByLine.set(line, id);
  };
  const reading = format === null ? readTranscript(path, open(), note) : readUnpacked(format, path, open(), note);
  if (reading?.state !== 'read') return null;
  return { sessions: new Set(reading.sessions.map(({ session }) => session.id)), lines: listKeys(format, open(), idByLine), events };
}

/** Where an agent gives a record no id, its reader may name it after its line, which another copy has differently. */
const isPositional = (id: string, line: number): boolean => new RegExp(`[:#~]${line}$`).test(id);

function listKeys(format: string | null, pieces: Iterable<Buffer>, idByLine: ReadonlyMap<number, string>): LineKeys['lines'] {
  const lines: { line: number; key: string }[] = [];
  const countByKey = new Map<string, number>();
  let line = format === null ? 0 : -1;
  let before = '';
  for (const bytes of readKeptLines(pieces)) {
    line += 1;
    if (bytes.length === 0) continue;
    const id = idByLine.get(line);
    const content = id === undefined ? hash(bytes, before) : `id ${id}`;
    before = content;
    // What stands before the messages of a document is one thing, however it changes.
    const key = line === 0 ? 'head' : content;
    const count = (countByKey.get(key) ?? 0) + 1;
    countByKey.set(key, count);
    lines.push({ line, key: count === 1 ? key : `${key} ${count}` });
  }
  return lines;
}

function hash(bytes: Buffer, before: string): string {
  const hashed = createHash('sha256').update(bytes);
  return (bytes.length < LEAST_TELLING ? hashed.update(before) : hashed).digest('base64');
}
