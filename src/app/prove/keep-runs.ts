/** What runs on this machine, on disk: a run whose process is gone is told to the team by the next one. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { probeIdSchema } from '../../model/team/ids.ts';
import type { ProbeId } from '../../model/team/ids.ts';
import { probeResultSchema } from '../../model/team/probe.ts';
import { tryLock } from '../../store/file-lock.ts';

const runRecordSchema = z.object({
  probe: probeIdSchema,
  /** Of the team server. */
  host: z.string(),
  /** Of the code that was approved. */
  sha256: z.string(),
  /** The folder of the exported tree, to be taken away. */
  folder: z.string().nullable(),
  /** Null while it runs. */
  result: probeResultSchema.nullable(),
});
export type RunRecord = z.infer<typeof runRecordSchema>;

/** One run that is this process's and nobody else's, until it is released or the process ends. */
export interface HeldRun {
  readonly record: RunRecord;
  readonly save: (record: RunRecord) => void;
  /** The team knows how it ended. */
  readonly remove: () => void;
  /** It stays for another time. */
  readonly release: () => void;
}

/** @param home folder of Rounds */
export function createRunKeeper(home: string) {
  const folder = join(home, 'proving');
  const fileOf = (id: ProbeId): string => join(folder, `${id}.json`);
  const lockOf = (id: ProbeId): string => join(folder, `${id}.lock`);

  return { begin, listLeft };

  /** Null where another process runs this probe. */
  function begin(record: RunRecord): HeldRun | null {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const lock = tryLock(lockOf(record.probe), 'alone');
    return lock && hold(record, lock.release, true);
  }

  /** Runs whose process is gone. */
  function listLeft(): HeldRun[] {
    if (!existsSync(folder)) return [];
    return readdirSync(folder).flatMap((name) => {
      const id = probeIdSchema.safeParse(name.replace(/\.json$/, ''));
      if (!name.endsWith('.json') || !id.success) return [];
      const lock = tryLock(lockOf(id.data), 'alone');
      if (!lock) return [];
      const record = readRecord(fileOf(id.data));
      if (record) return [hold(record, lock.release, false)];
      lock.release();
      return [];
    });
  }

  function hold(record: RunRecord, release: () => void, isNew: boolean): HeldRun {
    const save = (changed: RunRecord): void => {
      const draft = `${fileOf(record.probe)}.draft`;
      writeFileSync(draft, JSON.stringify(changed), { mode: 0o600 });
      renameSync(draft, fileOf(record.probe));
    };
    if (isNew) save(record);
    return {
      record,
      save,
      release,
      remove: () => {
        rmSync(fileOf(record.probe), { force: true });
        release();
        rmSync(lockOf(record.probe), { force: true });
      },
    };
  }
}

/** Null where it was taken away meanwhile, or is not of this version. */
function readRecord(file: string): RunRecord | null {
  try {
    return runRecordSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
