import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { ledgerRowSchema, type LedgerRow } from '../model/misconception-ledger.ts';

/** What is written down about beliefs. Rows are what they say: the same one twice is one, and none is changed or taken away. */
export function createLedgerTable(db: DatabaseSync) {
  const insert = db.prepare('INSERT OR IGNORE INTO ledger (id, misconception, at, json) VALUES (?, ?, ?, ?)');
  const selectAll = db.prepare('SELECT json FROM ledger ORDER BY at, id');

  return {
    add: (row: LedgerRow): void => {
      // Through the schema, so that equal rows are equal texts.
      const json = JSON.stringify(ledgerRowSchema.parse(row));
      const id = createHash('sha256')
        .update(`${row.misconception}\n${JSON.stringify(ledgerRowSchema.parse(row).event)}`)
        .digest('hex')
        .slice(0, 16);
      insert.run(id, row.misconception, row.event.at, json);
    },
    /** Oldest first. */
    list: (): LedgerRow[] => selectAll.all().map((row) => ledgerRowSchema.parse(JSON.parse(String(row['json'])))),
  };
}
