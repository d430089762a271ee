/** Reads the sessions of one file, whatever agent wrote it. Memory does not grow with the size of the input, save for formats that are one document. */
import { basename } from 'node:path';
import type { AgentName } from '../model/agent.ts';
import type { SessionEvent } from '../model/event.ts';
import { createSessionFeed, type FeedOptions, type SessionFeed } from './create-session-feed.ts';
import { identifyTranscript } from './identify-transcript.ts';
import { isSqliteError, openDatabase } from './open-database.ts';
import { DOCUMENT_LIMIT, readDocument } from './read-document.ts';
import { findSource, SNIFF_BYTES, type Format } from './registry.ts';
import { toUnit, type LineUnit, type ReadSummary, type Source, type SourceForm } from './source.ts';
import { createLineSplitter, MAX_LINE_BYTES } from './split-lines.ts';

export interface TranscriptRead {
  readonly state: 'read';
  readonly agent: AgentName;
  /** What the lines of its events count. */
  readonly unit: LineUnit;
  readonly bytes: number;
  /** In the order of the file. At least one, save for a database without sessions. */
  readonly sessions: readonly ReadSummary[];
}

export type TranscriptReading = TranscriptRead | Exclude<Format, { state: 'read' }>;

type OnEvent = (event: SessionEvent, agent: AgentName) => void;

/**
 * @param path where the bytes came from; only a database is opened by it, otherwise only its name counts
 * @param chunks the bytes, in order, in pieces of any size; a piece may be overwritten once the next is asked for
 * @param onEvent called for every event, in order, as soon as it is known: all of one session, then `onSession`, then the next one's
 */
export function readTranscript(path: string, chunks: Iterable<Buffer>, onEvent: OnEvent, options: FeedOptions = {}): TranscriptReading {
  const rest = chunks[Symbol.iterator]();
  const { head, isWhole } = readHead(rest);
  const identified = identifyTranscript(path, head, isWhole);
  if (identified.state !== 'read') {
    rest.return?.();
    return identified;
  }
  const { source } = identified;
  const form = source.form ?? { form: 'lines' };
  const feed = createSessionFeed(source, basename(path), onEvent, options);
  const all = continueWith(head, rest);
  if (form.form === 'document') return readWhole(source, form, path, all, feed);
  if (form.form !== 'database') return readLines(source, form, all, feed, options);
  rest.return?.();
  return readSessions(source, form, path, feed);
}

/**
 * Reads again a session that was kept as its messages, one a line, as `unpack` or `unpackSession` gave them.
 * @param formatName of the source that unpacked it, by `toFormatName`
 */
export function readUnpacked(formatName: string, path: string, chunks: Iterable<Buffer>, onEvent: OnEvent, options: FeedOptions = {}): TranscriptRead | null {
  const source = findSource(formatName);
  if (!source) return null;
  const feed = createSessionFeed(source, basename(path), onEvent, options);
  feed.begin();
  let bytes = 0;
  const splitter = createLineSplitter({
    onLine: (line) => feed.read({ ...line, line: line.line - 1 }),
    onTooLong: (line, length) => feed.skip(line - 1, length),
  });
  for (const chunk of chunks) {
    bytes += chunk.length;
    splitter.write(chunk);
  }
  splitter.end();
  feed.end();
  return { state: 'read', agent: source.agent, unit: toUnit(source), bytes, sessions: feed.sessions };
}

function readLines(
  source: Source,
  form: Extract<SourceForm, { form: 'lines' | 'sessions-in-lines' }>,
  chunks: Iterable<Buffer>,
  feed: SessionFeed,
  { maxLineBytes = MAX_LINE_BYTES }: FeedOptions,
): TranscriptRead {
  let isOpened = false; // by a line that says so, not by what stands before the first of these
  const opens = form.form === 'sessions-in-lines' ? form.opensSession : () => false;
  feed.begin();
  const splitter = createLineSplitter(
    {
      onLine(line) {
        if (opens(line.bytes)) {
          if (isOpened) feed.begin();
          isOpened = true;
        }
        feed.read(line);
      },
      onTooLong: feed.skip,
    },
    maxLineBytes,
  );
  let bytes = 0;
  for (const chunk of chunks) {
    bytes += chunk.length;
    splitter.write(chunk);
  }
  splitter.end();
  feed.end();
  return { state: 'read', agent: source.agent, unit: toUnit(source), bytes, sessions: feed.sessions };
}

function readWhole(
  source: Source,
  { unpack }: Extract<SourceForm, { form: 'document' }>,
  path: string,
  chunks: Iterable<Buffer>,
  feed: SessionFeed,
): TranscriptReading {
  const document = readDocument(chunks);
  if (document === null)
    return { state: 'not-a-transcript', why: `It is one document of more than ${DOCUMENT_LIMIT / 1024 / 1024} MB, too big to be read whole.` };
  feed.begin();
  for (const line of unpack(document, path)) feed.read(line);
  feed.end();
  return { state: 'read', agent: source.agent, unit: toUnit(source), bytes: document.length, sessions: feed.sessions };
}

function readSessions(
  source: Source,
  { listSessions, unpackSession }: Extract<SourceForm, { form: 'database' }>,
  path: string,
  feed: SessionFeed,
): TranscriptReading {
  let bytes = 0;
  try {
    const { db, close } = openDatabase(path);
    try {
      for (const { nativeId } of listSessions(db)) {
        feed.begin();
        for (const line of unpackSession(db, nativeId)) {
          bytes += line.bytes.length;
          feed.read(line);
        }
        feed.end();
      }
    } finally {
      close();
    }
  } catch (error) {
    if (!isSqliteError(error)) throw error;
    return { state: 'not-a-transcript', why: `It is an SQLite database that cannot be read: ${error.message}.` };
  }
  return { state: 'read', agent: source.agent, unit: toUnit(source), bytes, sessions: feed.sessions };
}

/** The first chunks, up to what sniffing needs. One big chunk is not copied. */
function readHead(chunks: Iterator<Buffer>): { head: Buffer; isWhole: boolean } {
  const parts: Buffer[] = [];
  let length = 0;
  while (length < SNIFF_BYTES) {
    const next = chunks.next();
    if (next.done) return { head: Buffer.concat(parts), isWhole: true };
    if (length === 0 && next.value.length >= SNIFF_BYTES) return { head: next.value, isWhole: false };
    parts.push(Buffer.from(next.value));
    length += next.value.length;
  }
  return { head: Buffer.concat(parts), isWhole: false };
}

function* continueWith(head: Buffer, rest: Iterator<Buffer>): Generator<Buffer> {
  yield head;
  for (let next = rest.next(); !next.done; next = rest.next()) yield next.value;
}
