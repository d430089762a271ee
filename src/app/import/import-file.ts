import { isSqliteError } from '../../journal/storage-problem.ts';
import type { Journal } from '../../journal/open-journal.ts';
import type { TranscriptRow } from '../../journal/transcripts-table.ts';
import { describeSystemError } from '../../sources/find-transcripts.ts';
import { identifyTranscript } from '../../sources/identify-transcript.ts';
import { DOCUMENT_LIMIT, readDocument } from '../../sources/read-document.ts';
import type { Format } from '../../sources/registry.ts';
import { toFormatName, type Source, type SourceForm } from '../../sources/source.ts';
import { explainBadLines } from '../explain-bad-lines.ts';
import { readFileChunks } from '../read-file-chunks.ts';
import { beginsAsKept } from './begins-as-kept.ts';
import { captureMessages } from './capture-messages.ts';
import { captureTranscript } from './capture-transcript.ts';
import { deriveKept, NOTHING, type ImportedFile, type ImportFileDeps } from './derive-kept.ts';
import { importDatabase } from './import-database.ts';
import type { FileToImport } from './file-to-import.ts';

const HEAD_BYTES = 256 * 1024;
/** A last line still being written is no complaint; one left so for longer is. */
const SETTLED_AFTER_MS = 60_000;

export interface ImportFileOptions {
  readonly demo: boolean;
  /** Read where an agent keeps it, so that the agent may be writing to it. */
  readonly mayBeInUse: boolean;
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

function keepAndDerive(deps: ImportFileDeps, file: FileToImport, options: ImportFileOptions): ImportedFile {
  const head = readHead(file.path);
  const format = identifyTranscript(file.path, head, head.length < HEAD_BYTES);
  const source = format.state === 'read' ? format.source : undefined;
  if (source?.form?.form === 'document') return importDocument(deps, source, source.form, file, options.demo);
  if (source?.form?.form === 'database') return importDatabase(deps, source, source.form, file, options.demo);
  return importLines(deps, file, { format, head }, options);
}

/** A document is written anew as a whole whenever it grows. */
function importDocument(
  deps: ImportFileDeps,
  source: Source,
  { unpack }: Extract<SourceForm, { form: 'document' }>,
  file: FileToImport,
  demo: boolean,
): ImportedFile {
  const document = readDocument(readFileChunks(file.path));
  if (document === null) return { ...NOTHING, problems: [`It is one document of more than ${DOCUMENT_LIMIT / 1024 / 1024} MB, too big to be read whole.`] };
  const row = captureMessages(
    deps.journal,
    { path: file.path, part: '', stamp: file, agent: source.agent, format: toFormatName(source), demo },
    unpack(document, file.path),
  );
  return deriveKept(deps, row);
}

interface FileStart {
  readonly format: Format;
  readonly head: Buffer;
}

function importLines(deps: ImportFileDeps, file: FileToImport, { format, head }: FileStart, { demo, mayBeInUse }: ImportFileOptions): ImportedFile {
  const { journal } = deps;
  const isRewritten = file.known !== undefined && !goesOn(journal, file, file.known, format);
  // One step: a row whose stamp is new but whose lines are not kept would be taken for read.
  const captured = journal.transaction(() => {
    const current = journal.transcripts.getCurrent(file.path);
    // Another process has been here since the files were listed.
    if (current?.id !== file.known?.id || current?.captured !== file.known?.captured) return null;
    const row = writeRow(journal, file, { format, isNew: current === null || isRewritten, demo });
    return { row, unfinishedBytes: format.state === 'read' ? captureTranscript(journal, row, file).unfinishedBytes : 0 };
  });
  if (captured === null) return NOTHING;
  if (format.state !== 'read') {
    const what = format.state === 'not-a-transcript' ? (explainBadLines(file.path, head, format.why) ?? (file.isGiven ? format.why : null)) : null;
    return what ? { ...NOTHING, problems: [what] } : NOTHING;
  }
  const isSettled = !mayBeInUse || deps.clock().getTime() - file.mtimeMs > SETTLED_AFTER_MS;
  const problems = captured.unfinishedBytes > 0 && isSettled ? ['Its last line is cut off; everything before it was read.'] : [];
  const kept = journal.transcripts.get(captured.row.id);
  if (!kept) return { ...NOTHING, problems };
  const derived = deriveKept(deps, kept);
  return { ...derived, problems: [...problems, ...derived.problems] };
}

/** Whether the file is what was kept of it, and perhaps more. */
function goesOn(journal: Journal, { size }: FileToImport, known: TranscriptRow, format: Format): boolean {
  if (known.captured > 0 && (format.state !== 'read' || known.format !== null)) return false;
  return beginsAsKept(journal, known, size);
}

/** The file's present generation with its new stamp, or a new one where it is new or was rewritten. */
function writeRow(journal: Journal, file: FileToImport, { format, isNew, demo }: { format: Format; isNew: boolean; demo: boolean }): TranscriptRow {
  const { state } = format;
  const agent = format.state === 'read' ? format.source.agent : null;
  if (isNew || !file.known) return journal.transcripts.add({ ...file, format: null, state, agent, demo });
  journal.transcripts.setState(file.known.id, state, agent, null);
  journal.transcripts.setStamp(file.known.id, file);
  return file.known;
}

/** The first bytes of a file, up to the end of a line where there is one. */
function readHead(path: string): Buffer {
  const head = Buffer.concat([...readFileChunks(path, { end: HEAD_BYTES })].map((chunk) => Buffer.from(chunk)));
  const end = head.length < HEAD_BYTES ? head.length : head.lastIndexOf(0x0a) + 1;
  return end > 0 ? head.subarray(0, end) : head;
}
