import { isSqliteError, openDatabase } from '../../sources/open-database.ts';
import { toFormatName, type Source, type SourceForm } from '../../sources/source.ts';
import type { TranscriptRow } from '../../journal/transcripts-table.ts';
import { captureMessages } from './capture-messages.ts';
import { deriveKept, NOTHING, type ImportedFile, type ImportFileDeps } from './derive-kept.ts';
import type { FileToImport } from './file-to-import.ts';

/** Keeps every session of an agent's database that has changed, each by itself: one that vanishes from the database stays kept. */
export function importDatabase(
  deps: ImportFileDeps,
  source: Source,
  form: Extract<SourceForm, { form: 'database' }>,
  file: FileToImport,
  demo: boolean,
): ImportedFile {
  const kept = keepSessions(deps, source, form, file, demo);
  if ('why' in kept) return { ...NOTHING, problems: file.isGiven ? [kept.why] : [] };
  const done = kept.rows.map((row) => deriveKept(deps, row));
  return {
    sessions: done.reduce((sum, { sessions }) => sum + sessions, 0),
    moments: done.reduce((sum, { moments }) => sum + moments, 0),
    problems: done.flatMap(({ problems }) => problems),
  };
}

function keepSessions(
  { journal, derivedBy }: ImportFileDeps,
  source: Source,
  { listSessions, unpackSession }: Extract<SourceForm, { form: 'database' }>,
  file: FileToImport,
  demo: boolean,
): { rows: TranscriptRow[] } | { why: string } {
  const { agent } = source;
  const format = toFormatName(source);
  const rows: TranscriptRow[] = [];
  let opened;
  try {
    opened = openDatabase(file.path);
  } catch (error) {
    if (!isSqliteError(error)) throw error;
    return { why: `Its database cannot be read: ${error.message}.` };
  }
  try {
    for (const { nativeId, changedAt, messages } of listSessions(opened.db)) {
      const stamp = { size: messages, mtimeMs: changedAt ?? file.mtimeMs, inode: 0 };
      const known = journal.transcripts.getCurrent(file.path, nativeId);
      if (known?.size === stamp.size && known.mtimeMs === stamp.mtimeMs && known.derivedBy === derivedBy) continue;
      rows.push(captureMessages(journal, { path: file.path, part: nativeId, stamp, agent, format, demo }, unpackSession(opened.db, nativeId)));
    }
  } finally {
    opened.close();
  }
  // The file's own row says that all of it was kept, so it comes last.
  journal.transaction(() => {
    const row = journal.transcripts.getCurrent(file.path) ?? journal.transcripts.add({ ...file, format, state: 'read', agent, demo });
    journal.transcripts.setState(row.id, 'read', agent, format);
    journal.transcripts.setStamp(row.id, file);
  });
  return { rows };
}
