import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openJournal, type Journal } from '../../journal/open-journal.ts';
import { addSession, createOpencodeDatabase, readExport } from '../../sources/testing/build-opencode-database.ts';
import { importTranscripts } from './import-transcripts.ts';
import { readKeptLine } from './read-kept-line.ts';

const EXPORT = readExport('recorded-1.18.json');
const DOCUMENT = join(import.meta.dirname, '../../../tests/fixtures/gemini-cli/sessions/document-0.23.json');

let folder = '';
let journal: Journal;
let database: DatabaseSync;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rounds import '));
  const opened = openJournal({ home: join(folder, 'home') });
  if (!opened.ok) throw new Error(opened.problem.what);
  journal = opened.value;
  database = createOpencodeDatabase(join(folder, 'opencode.db'));
});
afterEach(() => {
  database.close();
  journal.close();
  rmSync(folder, { recursive: true });
});

async function run(name: string) {
  const environment = { variables: {}, platform: process.platform, userHome: folder, folder, version: '0.0.0', pid: 1 } as unknown as Parameters<
    typeof importTranscripts
  >[0]['environment'];
  const report = await importTranscripts({ journal, environment, clock: () => new Date('2026-12-01T00:00:00Z') }, { paths: [join(folder, name)] });
  if (!report.ok) throw new Error(report.problem.what);
  expect(report.value.problems).toEqual([]);
  return report.value;
}

const listSessions = () => journal.sessions.list({ limit: 50 }).map(({ id, counts }) => `${id} ${counts.events}`);

test('every session of a database is kept by itself, and only what changed is read again', async () => {
  addSession(database, EXPORT);
  addSession(database, readExport('trouble.json'));
  expect(await run('opencode.db')).toMatchObject({ filesNew: 1, sessions: 2 });
  const first = listSessions();
  expect(await run('opencode.db')).toMatchObject({ filesNew: 0, sessions: 0 });

  addSession(database, EXPORT, { id: 'ses_second' });
  expect(await run('opencode.db')).toMatchObject({ filesNew: 1, sessions: 1 });
  expect(listSessions()).toEqual(expect.arrayContaining(first));
  expect(listSessions()).toHaveLength(3);
});

test('a session that vanishes from its database stays, and one that grew shorter loses nothing', async () => {
  addSession(database, EXPORT);
  addSession(database, EXPORT, { id: 'ses_second' });
  await run('opencode.db');
  const path = join(folder, 'opencode.db');
  const kept = journal.transcripts.getCurrent(path, EXPORT.info.id);
  database.exec(`DELETE FROM session WHERE id = 'ses_second'; DELETE FROM message WHERE id = '${EXPORT.messages.at(-1)?.info.id}'`);
  const before = listSessions();
  expect(await run('opencode.db')).toMatchObject({ filesNew: 1 });
  expect(listSessions()).toEqual(before);
  const current = journal.transcripts.getCurrent(path, EXPORT.info.id);
  expect(current?.generation).toBeGreaterThan(kept?.generation ?? Infinity);
  expect(readKeptLine(journal, kept?.id ?? 0, 12)).toContain('The count is right now');
  expect(readKeptLine(journal, current?.id ?? 0, 12)).toBeNull();
});

test('a document is kept as its messages, the latest whole one in place of the one before', async () => {
  const path = join(folder, 'session.json');
  const document = JSON.parse(readFileSync(DOCUMENT, 'utf8')) as { messages: unknown[] };
  writeFileSync(path, JSON.stringify({ ...document, messages: document.messages.slice(0, 2) }));
  expect(await run('session.json')).toMatchObject({ sessions: 1 });
  writeFileSync(path, JSON.stringify(document, null, 2));
  expect(await run('session.json')).toMatchObject({ sessions: 1 });

  const row = journal.transcripts.getCurrent(path);
  expect(row).toMatchObject({ generation: 1, lines: document.messages.length + 1, format: 'gemini-cli/document' });
  expect(JSON.parse(readKeptLine(journal, row?.id ?? 0, 5) ?? '')).toEqual(document.messages[4]);
  expect(listSessions()).toEqual([expect.stringMatching(/ 15$/)]);
});
