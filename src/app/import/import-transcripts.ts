import { resolve } from 'node:path';
import type { Journal } from '../../journal/open-journal.ts';
import { attempt } from '../../journal/storage-problem.ts';
import type { TranscriptRow } from '../../journal/transcripts-table.ts';
import type { ImportProgress } from '../../model/api/machine.ts';
import type { Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import { findTranscripts } from '../../sources/find-transcripts.ts';
import { isSessionOfPlaces, listAgentPlaces } from '../agent-places.ts';
import type { Environment } from '../environment.ts';
import { readEntireTranscript } from '../../sources/entire/checkpoints/read-entire-transcript.ts';
import { toDerivedBy } from './derived-by.ts';
import type { ImportedFile } from './derive-kept.ts';
import type { FileToImport } from './file-to-import.ts';
import { listHeldChanges, listHeldToImport, type HeldListing, type HeldToImport } from './list-held-changes.ts';

export interface ImportRequest {
  /** Files and folders; where the agents keep their sessions on this machine when absent. */
  readonly paths?: readonly string[];
  /** Marks what is read as the demo's. */
  readonly demo?: boolean;
}

/** What became of one file since it was last read. */
export interface FileChange {
  readonly file: string;
  readonly how: 'new' | 'grown' | 'cut-short' | 'rewritten';
  readonly sessions: number;
  readonly moments: number;
}

export interface ImportReport {
  /** Files looked at, and those with something new. */
  readonly files: number;
  readonly filesNew: number;
  readonly sessions: number;
  readonly moments: number;
  readonly problems: readonly { readonly file: string; readonly what: string }[];
  /** Files with something to tell, in the order they were read. */
  readonly changes: readonly FileChange[];
}

export interface ImportDeps {
  readonly journal: Journal;
  readonly environment: Environment;
  readonly clock: () => Date;
  readonly onProgress?: (progress: ImportProgress) => void;
}

/**
 * Reads what is new in transcripts into the journal, newest first: twice is once, and any part and then the rest is the whole.
 * A file that cannot be read is told and the rest done; where the journal itself fails the import stops, with all that was
 * read so far kept.
 */
export async function importTranscripts(deps: ImportDeps, request: ImportRequest = {}): Promise<Result<ImportReport, Problem>> {
  const { journal } = deps;
  const derivedBy = toDerivedBy(deps.environment.version);
  const problems: { file: string; what: string }[] = [];
  const holding = await listHeldToImport(deps.environment, request.paths);
  const listed = attempt(journal.path, () => listWork(deps, request, { derivedBy, holding }, problems));
  if (!listed.ok) return listed;
  const { files, changed, held, stale } = listed.value;
  const all = changed.length + held.length + stale.length;
  // Readers and rules take a while to load: an import that finds nothing new never needs them.
  const engine = all > 0 ? { ...(await import('./import-file.ts')), ...(await import('./import-held.ts')), ...(await import('./derive-session.ts')) } : null;
  const deriver = engine?.createSessionDeriver({ ...deps, derivedBy });
  const demo = request.demo ?? false;
  const progress: ImportProgress = {
    running: true,
    files: 0,
    filesTotal: all,
    bytes: 0,
    bytesTotal: sumSizes([...changed, ...held.map(({ stamp }) => stamp), ...stale]),
    sessions: 0,
    moments: 0,
    problems,
  };
  const advance = (row: { size: number }, done: { sessions: number; moments: number }): void => {
    progress.files += 1;
    progress.bytes += row.size;
    progress.sessions += done.sessions;
    progress.moments += done.moments;
    deps.onProgress?.(progress);
  };
  const changes: FileChange[] = [];
  const note = (file: string, how: FileChange['how'] | null, imported: ImportedFile): void => {
    problems.push(...imported.problems.map((what) => ({ file, what })));
    if (how !== null) changes.push({ file, how, sessions: imported.sessions, moments: imported.moments });
  };

  const read = attempt(journal.path, () => {
    if (!engine || !deriver) return;
    deps.onProgress?.(progress);
    for (const file of changed) {
      const imported = engine.importFile({ ...deps, deriver, derivedBy }, file, { demo, mayBeInUse: !request.paths });
      note(file.path, tellChange(journal, file), imported);
      advance(file, imported);
    }
    for (const row of stale) {
      const derived = deriver.derive(row);
      advance(row, { sessions: derived?.summaries.length ?? 0, moments: derived?.moments ?? 0 });
    }
  });
  if (!read.ok) return read;

  for (const one of held) {
    const transcript = await readEntireTranscript(one.gitFolder, one.session);
    if (!transcript.ok && one.isGiven) problems.push({ file: one.path, what: transcript.problem.what });
    if (!transcript.ok || !engine || !deriver) continue;
    const imported = attempt(journal.path, () => {
      const known = journal.transcripts.getCurrent(one.path);
      const done = engine.importHeld({ ...deps, deriver, derivedBy }, one, transcript.value.chunks, demo);
      const now = journal.transcripts.getCurrent(one.path);
      note(one.path, now?.state !== 'read' ? null : known === null ? 'new' : known.id === now.id ? 'grown' : 'rewritten', done);
      advance(one.stamp, done);
    });
    if (!imported.ok) return imported;
  }

  return attempt(journal.path, () => {
    journal.transaction(() => {
      journal.imports.add({ at: deps.clock().toISOString(), files, problems });
      journal.derivations.sweep(deps.clock().toISOString());
    });
    if (engine) journal.flush();
    deps.onProgress?.({ ...progress, running: false });
    return { files, filesNew: changed.length + held.length, sessions: progress.sessions, moments: progress.moments, problems, changes };
  });
}

/** Null where the file says nothing it did not say before, or nothing that is read. */
function tellChange(journal: Journal, { path, known, size }: FileToImport): FileChange['how'] | null {
  const now = journal.transcripts.getCurrent(path);
  if (now?.state !== 'read') return null;
  if (known?.state !== 'read') return 'new';
  if (now.id !== known.id) return 'rewritten';
  return size < known.size ? 'cut-short' : size === known.size && now.prefixHash === known.prefixHash ? null : 'grown';
}

/** Whether an import would have anything to read; costs one query, and one stat a file. */
export async function hasNothingNew(deps: ImportDeps, request: ImportRequest): Promise<boolean> {
  const holding = await listHeldToImport(deps.environment, request.paths);
  const listed = attempt(deps.journal.path, () => listWork(deps, request, { derivedBy: toDerivedBy(deps.environment.version), holding }, []));
  return listed.ok && listed.value.changed.length + listed.value.held.length + listed.value.stale.length === 0;
}

interface Work {
  readonly files: number;
  readonly changed: readonly FileToImport[];
  /** Sessions in git's objects that are new or went on. */
  readonly held: readonly HeldToImport[];
  /** Kept transcripts that older readers or rules were last applied to, their files there or not. */
  readonly stale: readonly TranscriptRow[];
}

/** One query and one stat a file. */
function listWork(
  { journal, environment }: ImportDeps,
  { paths }: ImportRequest,
  { derivedBy, holding }: { readonly derivedBy: string; readonly holding: HeldListing },
  problems: { file: string; what: string }[],
): Work {
  const knownByPath = new Map(journal.transcripts.listCurrent().map((row) => [row.path, row]));
  const places = paths ? [] : listAgentPlaces(environment);
  const found = findTranscripts(paths?.map((path) => resolve(environment.folder, path)) ?? places.flatMap((place) => place.paths));
  problems.push(...found.problems.map(({ path, why }) => ({ file: path, what: why })), ...holding.problems);
  // Where a person names a folder, content alone decides.
  const files = paths ? found.files : found.files.filter(({ path }) => isSessionOfPlaces(places, path));
  const changed: FileToImport[] = [];
  for (const { path, bytes: size, changedAt: mtimeMs, inode, isGiven } of files) {
    const known = knownByPath.get(path);
    if (known?.size !== size || known.mtimeMs !== mtimeMs || known.inode !== inode) changed.push({ path, size, mtimeMs, inode, isGiven, known });
  }
  changed.sort((a, b) => b.mtimeMs - a.mtimeMs || (a.path < b.path ? -1 : 1));
  const held = listHeldChanges(journal, holding);
  const isComing = new Set([...changed.map(({ known }) => known), ...held.map(({ path }) => journal.transcripts.getCurrent(path))].map((known) => known?.id));
  return {
    files: files.length + holding.transcripts.length,
    changed,
    held,
    stale: journal.transcripts.listStale(derivedBy).filter(({ id }) => !isComing.has(id)),
  };
}

const sumSizes = (rows: readonly { readonly size: number }[]): number => rows.reduce((sum, { size }) => sum + size, 0);
