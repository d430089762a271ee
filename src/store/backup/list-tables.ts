import { escapeIdentifier, type Client } from 'pg';

export const SCHEMAS: readonly string[] = ['auth', 'rounds'];

export interface TableColumns {
  /** As it stands in SQL. */
  readonly name: string;
  /** Those that hold something of their own: what is reckoned from others comes by itself. */
  readonly columns: readonly string[];
}

/** Every table of these schemas, each after those it refers to. */
export async function listTables(client: Client, schemas: readonly string[] = SCHEMAS): Promise<TableColumns[]> {
  const { rows } = await client.query<{ schema: string; table: string; columns: string[]; needs: string[] }>(
    `select n.nspname as schema, c.relname as table,
       array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
       array(select distinct fn.nspname || '.' || f.relname from pg_constraint k join pg_class f on f.oid = k.confrelid join pg_namespace fn on fn.oid = f.relnamespace
         where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as needs
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any ($1) and c.relkind = 'r' order by 1, 2`,
    [schemas],
  );
  const listed: TableColumns[] = [];
  const waiting = new Map(rows.map((row) => [`${row.schema}.${row.table}`, row]));
  while (waiting.size > 0) {
    const free = [...waiting].filter(([, { needs }]) => !needs.some((need) => waiting.has(need)));
    if (free.length === 0) throw new Error(`Tables that refer to each other in a circle: ${[...waiting.keys()].join(', ')}.`);
    for (const [key, { schema, table, columns }] of free) {
      waiting.delete(key);
      listed.push({ name: `${escapeIdentifier(schema)}.${escapeIdentifier(table)}`, columns: columns.map(escapeIdentifier) });
    }
  }
  return listed;
}

export interface SequenceValue {
  readonly name: string;
  readonly value: string;
}

/** How far every counter of these schemas is; those never used are left out. */
export async function listSequences(client: Client, schemas: readonly string[] = SCHEMAS): Promise<SequenceValue[]> {
  const { rows } = await client.query<{ schema: string; sequence: string; value: string }>(
    'select schemaname as schema, sequencename as sequence, last_value::text as value from pg_sequences where schemaname = any ($1) and last_value is not null order by 1, 2',
    [schemas],
  );
  return rows.map(({ schema, sequence, value }) => ({ name: `${escapeIdentifier(schema)}.${escapeIdentifier(sequence)}`, value }));
}

/** How values are written as text, whatever the server's own habits: in a backup, and when it is read back. */
export const TEXT_SETTINGS = /* sql */ `set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
  set local bytea_output = 'hex'; set local extra_float_digits = 3`;
