import { resolve } from 'node:path';
import type { Journal } from '../../journal/open-journal.ts';
import { attempt } from '../../journal/storage-problem.ts';
import type { TranscriptRow } from '../../journal/transcripts-table.ts';
import type { ImportProgress } from '../../model/api/machine.ts';
import type { Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import { findTranscripts } from '../../sources/find-transcripts.ts';
import { isSessionOfPlaces, listAgentPlaces } from '../agent-places.ts';
import type { Environment } from '../app.ts';
import { toDerivedBy } from './derived-by.ts';
import type { FileToImport } from './import-file.ts';

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
  const listed = attempt(journal.path, () => listWork(deps, request, derivedBy, problems));
  if (!listed.ok) return listed;
  const { files, changed, stale } = listed.value;
  // Readers and rules take a while to load: an import that finds nothing new never needs them.
  const engine = changed.length + stale.length > 0 ? { ...(await import('./import-file.ts')), ...(await import('./derive-session.ts')) } : null;

  return attempt(journal.path, () => {
    const progress: ImportProgress = {
      running: true,
      files: 0,
      filesTotal: changed.length + stale.length,
      bytes: 0,
      bytesTotal: sumSizes([...changed, ...stale]),
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
    if (engine) {
      deps.onProgress?.(progress);
      const deriver = engine.createSessionDeriver({ ...deps, derivedBy });
      for (const file of changed) {
        const imported = engine.importFile({ ...deps, deriver, derivedBy }, file, { demo: request.demo ?? false, mayBeInUse: !request.paths });
        problems.push(...imported.problems.map((what) => ({ file: file.path, what })));
        const how = tellChange(journal, file);
        if (how !== null) changes.push({ file: file.path, how, sessions: imported.sessions, moments: imported.moments });
        advance(file, imported);
      }
      for (const row of stale) {
        const derived = deriver.derive(row);
        advance(row, { sessions: derived?.summaries.length ?? 0, moments: derived?.moments ?? 0 });
      }
    }
    journal.transaction(() => {
      journal.imports.add({ at: deps.clock().toISOString(), files, problems });
      journal.derivations.sweep(deps.clock().toISOString());
    });
    if (engine) journal.flush();
    deps.onProgress?.({ ...progress, running: false });
    return { files, filesNew: changed.length, sessions: progress.sessions, moments: progress.moments, problems, changes };
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
export function hasNothingNew(deps: ImportDeps, request: ImportRequest): boolean {
  const listed = attempt(deps.journal.path, () => listWork(deps, request, toDerivedBy(deps.environment.version), []));
  return listed.ok && listed.value.changed.length + listed.value.stale.length === 0;
}

interface Work {
  readonly files: number;
  readonly changed: readonly FileToImport[];
  /** Kept transcripts that older readers or rules were last applied to, their files there or not. */
  readonly stale: readonly TranscriptRow[];
}

/** One query and one stat a file. */
function listWork({ journal, environment }: ImportDeps, { paths }: ImportRequest, derivedBy: string, problems: { file: string; what: string }[]): Work {
  const knownByPath = new Map(journal.transcripts.listCurrent().map((row) => [row.path, row]));
  const places = paths ? [] : listAgentPlaces(environment).filter(({ reads }) => reads);
  const found = findTranscripts(paths?.map((path) => resolve(environment.folder, path)) ?? places.flatMap((place) => place.paths));
  problems.push(...found.problems.map(({ path, why }) => ({ file: path, what: why })));
  // Where a person names a folder, content alone decides.
  const files = paths ? found.files : found.files.filter(({ path }) => isSessionOfPlaces(places, path));
  const changed: FileToImport[] = [];
  for (const { path, bytes: size, changedAt: mtimeMs, inode, isGiven } of files) {
    const known = knownByPath.get(path);
    if (known?.size !== size || known.mtimeMs !== mtimeMs || known.inode !== inode) changed.push({ path, size, mtimeMs, inode, isGiven, known });
  }
  changed.sort((a, b) => b.mtimeMs - a.mtimeMs || (a.path < b.path ? -1 : 1));
  const isComing = new Set(changed.flatMap(({ known }) => (known ? [known.id] : [])));
  return { files: files.length, changed, stale: journal.transcripts.listStale(derivedBy).filter(({ id }) => !isComing.has(id)) };
}

const sumSizes = (rows: readonly { readonly size: number }[]): number => rows.reduce((sum, { size }) => sum + size, 0);
