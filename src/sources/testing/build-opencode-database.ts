/** Builds OpenCode's database with the columns that version 1.18 makes, from a session in the form of its export. For tests only. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { loadSqlite } from '../load-sqlite.ts';
import { FIXTURES } from './read-fixture.ts';

const SCHEMA = `
CREATE TABLE project (id text PRIMARY KEY, worktree text NOT NULL, vcs text, name text, time_created integer NOT NULL, time_updated integer NOT NULL, sandboxes text NOT NULL);
CREATE TABLE session (id text PRIMARY KEY, project_id text NOT NULL, workspace_id text, parent_id text, slug text NOT NULL, directory text NOT NULL, path text,
  title text NOT NULL, version text NOT NULL, share_url text, summary_additions integer, metadata text, cost real DEFAULT 0 NOT NULL, revert text, permission text,
  agent text, model text, time_created integer NOT NULL, time_updated integer NOT NULL, time_compacting integer, time_archived integer);
CREATE TABLE message (id text PRIMARY KEY, session_id text NOT NULL, time_created integer NOT NULL, time_updated integer NOT NULL, data text NOT NULL);
CREATE TABLE part (id text PRIMARY KEY, message_id text NOT NULL, session_id text NOT NULL, time_created integer NOT NULL, time_updated integer NOT NULL, data text NOT NULL);
CREATE TABLE todo (session_id text NOT NULL, content text NOT NULL);
CREATE INDEX message_session ON message (session_id);
CREATE INDEX part_message ON part (message_id);
`;

interface Export {
  readonly info: {
    readonly id: string;
    readonly directory: string;
    readonly title: string;
    readonly version: string;
    readonly time: { readonly created: number; readonly updated: number };
    readonly revert?: unknown;
  };
  readonly messages: readonly {
    readonly info: { readonly id: string; readonly time: { readonly created: number } };
    readonly parts: readonly { readonly id: string }[];
  }[];
}

export const readExport = (name: string): Export => JSON.parse(readFileSync(join(FIXTURES, 'opencode/sessions', name), 'utf8')) as Export;

/** The database stays open, as its agent has it: with a write-ahead log that nothing was folded in from. */
export function createOpencodeDatabase(path: string): DatabaseSync {
  const db = new (loadSqlite().DatabaseSync)(path);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0');
  db.exec(SCHEMA);
  db.exec("INSERT INTO project VALUES ('global', '/home/ada', 'git', NULL, 1, 1, '[]')");
  return db;
}

/** @param id of the session, where it is to be another than the export's */
export function addSession(db: DatabaseSync, { info, messages }: Export, { id = info.id, parentId = null as string | null } = {}): void {
  db.prepare(`INSERT INTO session (id, project_id, parent_id, slug, directory, title, version, revert, time_created, time_updated)
    VALUES (?, 'global', ?, 'a-slug', ?, ?, ?, ?, ?, ?)`).run(
    id,
    parentId,
    info.directory,
    info.title,
    info.version,
    info.revert ? JSON.stringify(info.revert) : null,
    info.time.created,
    info.time.updated,
  );
  const insertMessage = db.prepare('INSERT INTO message VALUES (?, ?, ?, ?, ?)');
  const insertPart = db.prepare('INSERT INTO part VALUES (?, ?, ?, ?, ?, ?)');
  const own = (native: string): string => (id === info.id ? native : `${native}x`);
  for (const message of messages) {
    const at = message.info.time.created;
    insertMessage.run(own(message.info.id), id, at, at, JSON.stringify({ ...message.info, id: undefined, sessionID: undefined }));
    for (const part of message.parts) {
      insertPart.run(own(part.id), own(message.info.id), id, at, at, JSON.stringify({ ...part, id: undefined, sessionID: undefined, messageID: undefined }));
    }
  }
}
