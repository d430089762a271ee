import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { copyOut } from './copy-rows.ts';
import { listSequences, listTables, TEXT_SETTINGS, type TableColumns } from './list-tables.ts';
import { writeBackupFile, type BackupManifest, type BackupWriter } from './backup-file.ts';

const PIECE_BYTES = 1_000_000;

export interface BackupRequest {
  readonly file: string;
  /** Version of Rounds. */
  readonly rounds: string;
  readonly at: Date;
}

/**
 * Writes all that the store holds into one file, as it is at one moment, while people go on. As the owner: nobody else sees all.
 * Errors of the database and of the file system are thrown.
 */
export async function writeBackup(owner: Client, { file, rounds, at }: BackupRequest): Promise<BackupManifest> {
  await owner.query('begin isolation level repeatable read read only');
  try {
    await owner.query(TEXT_SETTINGS);
    return await writeBackupFile(file, async (writer) => {
      const { rows } = await owner.query<{ name: string }>('select name from rounds.migration order by name');
      const tables: BackupManifest['tables'] = [];
      for (const table of await listTables(owner)) tables.push(await writeTable(owner, table, writer));
      const sequences = await listSequences(owner);
      return { format: 1, rounds, at: at.toISOString(), migrations: rows.map(({ name }) => name), tables, sequences };
    });
  } finally {
    await owner.query('rollback');
  }
}

async function writeTable(owner: Client, { name, columns }: TableColumns, writer: BackupWriter): Promise<BackupManifest['tables'][number]> {
  const digest = createHash('sha256');
  let waiting: Uint8Array[] = [];
  let size = 0;
  const flush = (): void => {
    if (size > 0) writer.addPiece(name, Buffer.concat(waiting));
    [waiting, size] = [[], 0];
  };
  const rows = await copyOut(owner, `copy ${name} (${columns.join(', ')}) to stdout`, (bytes) => {
    digest.update(bytes);
    // pg uses the place of these bytes again.
    waiting.push(Uint8Array.from(bytes));
    size += bytes.length;
    if (size >= PIECE_BYTES) flush();
  });
  flush();
  return { name, columns: [...columns], rows, sha256: digest.digest('hex') };
}
