import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { problem, type Problem } from '../model/problem.ts';
import { failed, ok, type Result } from '../model/result.ts';
import { createComparisonsTable } from './comparisons-table.ts';
import { createConflictsTable } from './conflicts-table.ts';
import { createDeconstructionsTable } from './deconstructions-table.ts';
import { createDerivationsTable } from './derivations-table.ts';
import { createDismissalsTable } from './dismissals-table.ts';
import { createDrillsTable } from './drills-table.ts';
import { createEventsTable } from './events-table.ts';
import { createExperimentsTable } from './experiments-table.ts';
import { createImportsTable } from './imports-table.ts';
import { loadSqlite } from '../sources/load-sqlite.ts';
import { createLinkedEvidenceTable } from './linked-evidence-table.ts';
import { createLessonsTable } from './lessons-table.ts';
import { createLedgerTable } from './ledger-table.ts';
import { createMergedLinesTable } from './merged-lines-table.ts';
import { migrate } from './migrate.ts';
import { createMomentsTable } from './moments-table.ts';
import { createOriginsTable } from './origins-table.ts';
import { createRatingsTable } from './ratings-table.ts';
import { createReadingsTable } from './readings-table.ts';
import { createRecallCardsTable } from './recall-cards-table.ts';
import { createRoundsTable } from './rounds-table.ts';
import { runTransaction } from './run-transaction.ts';
import { createSearchTable } from './search-table.ts';
import { createSegmentsTable } from './segments-table.ts';
import { createSessionsTable } from './sessions-table.ts';
import { createSettingsTable } from './settings-table.ts';
import { createSharedCasesTable } from './shared-cases-table.ts';
import { createShownLogTable } from './shown-log-table.ts';
import { createSharingLogTable } from './sharing-log-table.ts';
import { attempt, toStorageProblem } from './storage-problem.ts';
import { createSettlementsTable } from './settlements-table.ts';
import { createTeamRoundsTable } from './team-rounds-table.ts';
import { createTodayTable } from './today-table.ts';
import { createTranscriptsTable } from './transcripts-table.ts';

const BUSY_TIMEOUT_MS = 10_000;
const BUSY = 5;

/** Everything of one engineer, on their own machine: one SQLite file that several processes may have open at once. */
export type Journal = ReturnType<typeof createJournal>;

export interface JournalOptions {
  readonly home: string;
  /**
   * `acknowledged` (default): a write that returned has reached the disk. `rebuildable`: for the importer, whose rows can be
   * read again from the agents' files; after a power cut the last of them may be missing, never damaged.
   */
  readonly durability?: 'acknowledged' | 'rebuildable';
}

/** Opens the journal in `home`, made when absent. Expected failures (read-only, full, locked, damaged, newer) are values. */
export function openJournal({ home, durability = 'acknowledged' }: JournalOptions): Result<Journal, Problem> {
  const path = join(home, 'journal.db');
  let db: DatabaseSync | undefined;
  try {
    makePrivately(home, path);
    db = new (loadSqlite().DatabaseSync)(path, { timeout: BUSY_TIMEOUT_MS });
    useWriteAheadLog(db);
    db.exec(`PRAGMA synchronous = ${durability === 'acknowledged' ? 'FULL' : 'NORMAL'}; PRAGMA foreign_keys = ON`);
    if (!migrate(db)) {
      db.close();
      return failed(
        problem('storage', `The journal ${path} was changed by a newer version of Rounds.`, { next: 'Update Rounds, or set ROUNDS_HOME to another folder.' }),
      );
    }
    return ok(createJournal(db, home, path));
  } catch (error) {
    db?.close();
    const found = toStorageProblem(error, path);
    if (!found) throw error;
    return failed(found);
  }
}

/** Sessions hold whatever a person typed and an agent printed: nobody else on the machine may read them. */
function makePrivately(home: string, path: string): void {
  if (!existsSync(home)) mkdirSync(home, { recursive: true, mode: 0o700 });
  if (existsSync(path)) return;
  closeSync(openSync(path, 'a', 0o600));
  // The umask may only have taken permissions away; -wal and -shm take those of the database.
  chmodSync(path, 0o600);
}

/** Switching to WAL answers BUSY without waiting while another process does the same. */
function useWriteAheadLog(db: DatabaseSync): void {
  const deadline = Date.now() + BUSY_TIMEOUT_MS;
  for (;;) {
    try {
      db.exec('PRAGMA journal_mode = WAL');
      return;
    } catch (error) {
      if (((error as { errcode?: number }).errcode ?? 0) % 256 !== BUSY || Date.now() > deadline) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}

function createJournal(db: DatabaseSync, home: string, path: string) {
  return {
    home,
    path,
    transcripts: createTranscriptsTable(db),
    segments: createSegmentsTable(db),
    comparisons: createComparisonsTable(db),
    deconstructions: createDeconstructionsTable(db),
    derivations: createDerivationsTable(db),
    lessons: createLessonsTable(db),
    mergedLines: createMergedLinesTable(db),
    events: createEventsTable(db),
    experiments: createExperimentsTable(db),
    search: createSearchTable(db),
    sessions: createSessionsTable(db),
    moments: createMomentsTable(db),
    origins: createOriginsTable(db),
    today: createTodayTable(db),
    dismissals: createDismissalsTable(db),
    drills: createDrillsTable(db),
    imports: createImportsTable(db),
    rounds: createRoundsTable(db),
    conflicts: createConflictsTable(db),
    ledger: createLedgerTable(db),
    recallCards: createRecallCardsTable(db),
    ratings: createRatingsTable(db),
    settings: createSettingsTable(db),
    teamRounds: createTeamRoundsTable(db),
    settlements: createSettlementsTable(db),
    linkedEvidence: createLinkedEvidenceTable(db),
    readings: createReadingsTable(db),
    sharingLog: createSharingLogTable(db),
    sharedCases: createSharedCasesTable(db),
    shownLog: createShownLogTable(db),
    /** All or nothing; nested calls join the outer one. */
    transaction: <T>(work: () => T): T => runTransaction(db, work),
    /** Like `transaction` around `work`, with storage failures as values. Reads need no transaction: use `attempt`. */
    write: <T>(work: () => T): Result<T, Problem> => attempt(path, () => runTransaction(db, work)),
    attempt: <T>(work: () => T): Result<T, Problem> => attempt(path, work),
    /** Size of the database with its log, in bytes. */
    readBytes: (): number => ['', '-wal'].reduce((sum, suffix) => sum + (statSync(path + suffix, { throwIfNoEntry: false })?.size ?? 0), 0),
    /** Everything written so far has reached the disk when this returns, whatever the durability. */
    flush: (): void => db.exec('PRAGMA wal_checkpoint(PASSIVE)'),
    close: (): void => db.close(),
  };
}
