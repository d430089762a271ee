/** OpenCode's database (since 1.2): a table each of sessions, messages and parts, whose contents are JSON in a column. Its messages are given in the form of `opencode export`. */
import type { DatabaseSync } from 'node:sqlite';
import { toFields, toText } from '../fields.ts';
import type { RawLine, StoredSession } from '../source.ts';

export const TABLES = ['project', 'session', 'message', 'part'];

export function listSessions(db: DatabaseSync): StoredSession[] {
  const rows = db.prepare(`SELECT s.id, s.time_updated AS at, m.at AS messagesAt, m.count, p.at AS partsAt FROM session s
    LEFT JOIN (SELECT session_id, max(time_updated) AS at, count(*) AS count FROM message GROUP BY session_id) m ON m.session_id = s.id
    LEFT JOIN (SELECT session_id, max(time_updated) AS at FROM part GROUP BY session_id) p ON p.session_id = s.id
    ORDER BY s.time_created, s.id`);
  return rows.all().map(({ id, at, messagesAt, partsAt, count }) => ({
    nativeId: String(id),
    changedAt: Math.max(Number(at ?? 0), Number(messagesAt ?? 0), Number(partsAt ?? 0)) || null,
    messages: Number(count ?? 0),
  }));
}

export function* unpackSession(db: DatabaseSync, nativeId: string): Generator<RawLine> {
  const session = db.prepare('SELECT * FROM session WHERE id = ?').get(nativeId) ?? {};
  const selectParts = db.prepare('SELECT id, data FROM part WHERE message_id = ? ORDER BY id');
  yield toRawLine(0, { info: toInfo(session) });
  // A list, not a cursor: nothing may stay open while a reader works.
  const messages = db.prepare('SELECT id, data FROM message WHERE session_id = ? ORDER BY time_created, id').all(nativeId);
  for (const [index, { id, data }] of messages.entries()) {
    const info = { ...parseData(data), id, sessionID: nativeId };
    const parts = selectParts.all(toText(id)).map((part) => ({ ...parseData(part['data']), id: part['id'], messageID: id, sessionID: nativeId }));
    yield toRawLine(index + 1, { info, parts });
  }
}

function toInfo(row: Record<string, unknown>): Record<string, unknown> {
  const { id, project_id, parent_id, directory, title, version, revert, time_created, time_updated } = row;
  return {
    id,
    projectID: project_id,
    parentID: parent_id,
    directory,
    title,
    version,
    ...(typeof revert === 'string' ? { revert: parseData(revert) } : {}),
    time: { created: time_created, updated: time_updated },
  };
}

function parseData(data: unknown): Record<string, unknown> {
  try {
    return { ...toFields(JSON.parse(String(data))) };
  } catch {
    return {}; // a damaged row: the reader counts it as what it then is
  }
}

function toRawLine(line: number, record: unknown): RawLine {
  return { line, offset: 0, bytes: Buffer.from(JSON.stringify(record)) };
}
