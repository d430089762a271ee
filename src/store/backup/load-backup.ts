import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Client } from 'pg';
import type { OpenedBackup } from './backup-file.ts';
import { copyIn } from './copy-rows.ts';
import { listTables, TEXT_SETTINGS } from './list-tables.ts';

/** The bytes of a backup are not those that were written. */
export class DamagedBackup extends Error {}

/**
 * Puts all rows of a backup into its tables, which are there and take its place, in one transaction: all or nothing. Rules that
 * make rows of rows (triggers) rest meanwhile, as does row-level security, which knows no bulk load; both are back with the rows.
 */
export async function loadBackup(owner: Client, { manifest, readPieces }: OpenedBackup): Promise<void> {
  await owner.query('begin');
  try {
    await owner.query(TEXT_SETTINGS);
    const tables = await listTables(owner);
    // Names go into statements: only those that the database has itself.
    const kept = tables.map(({ name, columns }) => manifest.tables.find((table) => table.name === name && isDeepStrictEqual(table.columns, columns)));
    if (kept.includes(undefined) || kept.length !== manifest.tables.length) throw new DamagedBackup('Its tables are not those of its migrations.');
    await owner.query(`truncate ${tables.map(({ name }) => name).join(', ')}`);
    for (const { name, columns, rows, sha256 } of kept.filter((table) => table !== undefined)) {
      await owner.query(`alter table ${name} disable trigger user, no force row level security`);
      const digest = createHash('sha256');
      const copied = await copyIn(owner, `copy ${name} (${columns.join(', ')}) from stdin`, passThrough(readPieces(name), digest));
      if (copied !== rows || digest.digest('hex') !== sha256) throw new DamagedBackup(`The rows of ${name} are not those that were written.`);
      await owner.query(`alter table ${name} enable trigger user, force row level security`);
    }
    for (const { name, value } of manifest.sequences) await owner.query('select setval($1::regclass, $2)', [name, value]);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}

function* passThrough(pieces: Iterable<Uint8Array>, digest: { readonly update: (bytes: Uint8Array) => unknown }): Generator<Uint8Array> {
  for (const piece of pieces) {
    digest.update(piece);
    yield piece;
  }
}
