import { basename } from 'node:path';
import { isSqliteError } from '../../journal/storage-problem.ts';
import type { Journal } from '../../journal/open-journal.ts';
import type { FileStamp, TranscriptRow } from '../../journal/transcripts-table.ts';
import { describeSystemError } from '../../sources/find-transcripts.ts';
import { readTranscript, type TranscriptReading } from '../../sources/read-transcript.ts';
import { explainBadLines } from '../explain-bad-lines.ts';
import { readFileChunks } from '../read-file-chunks.ts';
import { beginsAsKept } from './begins-as-kept.ts';
import { captureTranscript } from './capture-transcript.ts';
import type { SessionDeriver } from './derive-session.ts';

const HEAD_BYTES = 256 * 1024;
/** A last line still being written is no complaint; one left so for longer is. */
const SETTLED_AFTER_MS = 60_000;

export interface FileToImport extends FileStamp {
  readonly path: string;
  readonly isGiven: boolean;
  readonly known: TranscriptRow | undefined;
}

export interface ImportFileOptions {
  readonly demo: boolean;
  /** Read where an agent keeps it, so that the agent may be writing to it. */
  readonly mayBeInUse: boolean;
}

export interface ImportedFile {
  readonly sessions: number;
  readonly moments: number;
  /** What of the file could not be read; the rest was. */
  readonly problems: readonly string[];
}

export interface ImportFileDeps {
  readonly journal: Journal;
  readonly deriver: SessionDeriver;
  readonly derivedBy: string;
  readonly clock: () => Date;
}

/** Brings one file's new lines into the journal. Failures of the file are told; failures of the journal are thrown. */
export function importFile(deps: ImportFileDeps, file: FileToImport, options: ImportFileOptions): ImportedFile {
  try {
    return keepAndDerive(deps, file, options);
  } catch (error) {
    if (isSqliteError(error)) throw error;
    return { sessions: 0, moments: 0, problems: [describeSystemError(error)] };
  }
}

const NOTHING: ImportedFile = { sessions: 0, moments: 0, problems: [] };

function keepAndDerive(deps: ImportFileDeps, file: FileToImport, { demo, mayBeInUse }: ImportFileOptions): ImportedFile {
  const { journal } = deps;
  const head = readHead(file.path);
  const reading = readTranscript(basename(file.path), [head], () => {});
  const isRewritten = file.known !== undefined && !goesOn(journal, file, file.known, reading);
  // One step: a row whose stamp is new but whose lines are not kept would be taken for read.
  const captured = journal.transaction(() => {
    const current = journal.transcripts.getCurrent(file.path);
    // Another process has been here since the files were listed.
    if (current?.id !== file.known?.id || current?.captured !== file.known?.captured) return null;
    const row = writeRow(journal, file, { reading, isNew: current === null || isRewritten, demo });
    return { row, unfinishedBytes: reading.state === 'read' ? captureTranscript(journal, row, file).unfinishedBytes : 0 };
  });
  if (captured === null) return NOTHING;
  if (reading.state !== 'read') {
    const what = reading.state === 'not-a-transcript' ? (explainBadLines(file.path, head, reading.why) ?? (file.isGiven ? reading.why : null)) : null;
    return what ? { ...NOTHING, problems: [what] } : NOTHING;
  }
  const isSettled = !mayBeInUse || deps.clock().getTime() - file.mtimeMs > SETTLED_AFTER_MS;
  const problems = captured.unfinishedBytes > 0 && isSettled ? ['Its last line is cut off; everything before it was read.'] : [];
  const kept = journal.transcripts.get(captured.row.id);
  if (!kept || kept.derivedBy === deps.derivedBy) return { ...NOTHING, problems };
  const derived = deps.deriver.derive(kept);
  if (!derived) return { ...NOTHING, problems };
  const { count, first } = derived.summary.malformed;
  if (count > 0) problems.push(`${count} of its lines could not be read; the first is line ${first[0]?.line ?? '?'}: ${first[0]?.why ?? 'unknown'}.`);
  return { sessions: 1, moments: derived.moments, problems };
}

/** Whether the file is what was kept of it, and perhaps more. */
function goesOn(journal: Journal, { size }: FileToImport, known: TranscriptRow, reading: TranscriptReading): boolean {
  if (known.captured > 0 && reading.state !== 'read') return false;
  return beginsAsKept(journal, known, size);
}

/** The file's present generation with its new stamp, or a new one where it is new or was rewritten. */
function writeRow(
  journal: Journal,
  file: FileToImport,
  { reading, isNew, demo }: { reading: TranscriptReading; isNew: boolean; demo: boolean },
): TranscriptRow {
  const agent = reading.state === 'not-a-transcript' ? null : reading.agent;
  if (isNew || !file.known) return journal.transcripts.add({ ...file, state: reading.state, agent, demo });
  journal.transcripts.setState(file.known.id, reading.state, agent);
  journal.transcripts.setStamp(file.known.id, file);
  return file.known;
}

/** The first bytes of a file, up to the end of a line where there is one. */
function readHead(path: string): Buffer {
  const head = Buffer.concat([...readFileChunks(path, { end: HEAD_BYTES })].map((chunk) => Buffer.from(chunk)));
  const end = head.length < HEAD_BYTES ? head.length : head.lastIndexOf(0x0a) + 1;
  return end > 0 ? head.subarray(0, end) : head;
}
