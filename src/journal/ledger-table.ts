import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { ledgerRowSchema, type LedgerRow } from '../model/misconception-ledger.ts';

/**
 * What is written down about beliefs. Rows are what they say: the same one twice is one. None is changed or taken away, but where
 * somebody's case that it was derived from is forgotten.
 */
export function createLedgerTable(db: DatabaseSync) {
  const insert = db.prepare('INSERT OR IGNORE INTO ledger (id, misconception, at, json) VALUES (?, ?, ?, ?)');
  const merge = db.prepare(`INSERT INTO ledger (id, misconception, at, json) VALUES (?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET json = excluded.json WHERE excluded.json < json`);
  const selectAll = db.prepare('SELECT json FROM ledger ORDER BY at, id');
  const selectOf = db.prepare("SELECT id, json FROM ledger WHERE json_extract(json, '$.event.occasion') = ?");
  const remove = db.prepare('DELETE FROM ledger WHERE id = ?');

  return {
    /** What was written first stays, with the weight it had. */
    add: (row: LedgerRow): void => void insert.run(...toValues(row)),
    /** Of another machine: of two that weigh the same sign differently the same one goes on everywhere. */
    merge: (row: LedgerRow): void => void merge.run(...toValues(row)),
    /** Oldest first. */
    list: (): LedgerRow[] => selectAll.all().map((row) => ledgerRowSchema.parse(JSON.parse(String(row['json'])))),
    /** Signs of an occasion that is forgotten. The person's own words stay theirs, without where they were said. */
    forgetOccasion: (occasion: string): void => {
      for (const { id, json } of selectOf.all(occasion)) {
        const row = ledgerRowSchema.parse(JSON.parse(String(json)));
        remove.run(String(id));
        if (row.event.type !== 'evidence' || row.event.source !== 'question') continue;
        insert.run(...toValues({ ...row, event: { ...row.event, occasion: `forgotten ${row.event.at}`, context: '' } }));
      }
    },
  };
}

function toValues(row: LedgerRow): [id: string, misconception: string, at: string, json: string] {
  // Through the schema, so that equal rows are equal texts.
  const parsed = ledgerRowSchema.parse(row);
  return [identify(parsed), parsed.misconception, parsed.event.at, JSON.stringify(parsed)];
}

/** Made of what was seen, whatever it weighs. */
function identify({ misconception, event }: LedgerRow): string {
  const seen = event.type === 'evidence' ? { ...event, ratio: undefined } : event;
  return createHash('sha256')
    .update(`${misconception}\n${JSON.stringify(seen)}`)
    .digest('hex')
    .slice(0, 16);
}
