import { sql, type RawBuilder } from 'kysely';

/** A timestamp as an ISO instant in UTC, also inside JSON. `column` is ours, never anybody's input. */
export const isoText = (column: string): RawBuilder<string> => sql`to_char(${sql.raw(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Whom a column names, with their name. `table` and `column` are ours, never anybody's input. */
export const personOf = (table: string, column: string): RawBuilder<object> =>
  sql.raw(
    `(select json_build_object('id', w.id, 'name', w.name) from rounds.person w where w.organisation = ${table}.organisation and w.id = ${table}.${column})`,
  );
