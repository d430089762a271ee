/** Some programs write a session twice, in two formats. It is one session, and the fuller form tells it, whichever is met first. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { importTranscripts } from '../../../src/app/import/import-transcripts.ts';
import { openJournal, type Journal } from '../../../src/journal/open-journal.ts';
import { loadSqlite } from '../../../src/sources/load-sqlite.ts';
import { readFixture } from '../../../src/sources/testing/read-fixture.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures');
const CURSOR_ID = '7f000000-1111-4222-8333-444444444444';

let folder = '';
let journal: Journal;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rounds forms '));
  const opened = openJournal({ home: join(folder, 'home'), durability: 'rebuildable' });
  if (!opened.ok) throw new Error(opened.problem.what);
  journal = opened.value;
});
afterEach(() => {
  journal.close();
  rmSync(folder, { recursive: true });
});

async function importFiles(names: readonly string[]): Promise<void> {
  const environment = { variables: {}, platform: process.platform, userHome: folder, folder, version: '0.0.0', pid: 1 } as unknown as Parameters<
    typeof importTranscripts
  >[0]['environment'];
  for (const name of names) {
    const report = await importTranscripts({ journal, environment, clock: () => new Date('2026-12-01T00:00:00Z') }, { paths: [join(folder, name)] });
    if (!report.ok) throw new Error(report.problem.what);
    expect(report.value.problems).toEqual([]);
  }
}

const listSessions = (): string[] => journal.sessions.list({ limit: 50 }).map(({ id, counts }) => `${id} ${counts.events}`);

/** A conversation as the editor's database has it: with what the tools returned. */
function writeCursorDatabase(name: string): void {
  const bubbles = [
    { bubbleId: 'b1', type: 1, text: 'Count the boxes.', createdAt: '2026-03-01T09:15:00.000Z' },
    {
      bubbleId: 'b2',
      type: 2,
      createdAt: '2026-03-01T09:15:01.000Z',
      toolFormerData: {
        name: 'run_terminal_command_v2',
        status: 'completed',
        params: '{"command":"ls"}',
        result: JSON.stringify({ output: 'box\n'.repeat(2000), exitCode: 0 }),
      },
    },
    { bubbleId: 'b3', type: 2, text: 'Four.', createdAt: '2026-03-01T09:15:02.000Z' },
  ];
  const db = new (loadSqlite().DatabaseSync)(join(folder, name));
  db.exec('CREATE TABLE ItemTable (key TEXT UNIQUE, value BLOB); CREATE TABLE cursorDiskKV (key TEXT UNIQUE ON CONFLICT REPLACE, value BLOB)');
  const insert = db.prepare('INSERT INTO cursorDiskKV VALUES (?, ?)');
  const headers = bubbles.map(({ bubbleId, type }) => ({ bubbleId, type }));
  insert.run(`composerData:${CURSOR_ID}`, Buffer.from(JSON.stringify({ composerId: CURSOR_ID, createdAt: 1, fullConversationHeadersOnly: headers })));
  for (const bubble of bubbles) insert.run(`bubbleId:${CURSOR_ID}:${bubble.bubbleId}`, Buffer.from(JSON.stringify(bubble)));
  db.close();
}

const byOrder = [
  { order: 'one', names: [0, 1] },
  { order: 'the other', names: [1, 0] },
];

test.each(byOrder)('Cursor: the database and the agent transcript, the $order first', async ({ names }) => {
  const transcript = `${CURSOR_ID}.jsonl`;
  writeCursorDatabase('state.vscdb');
  copyFileSync(join(FIXTURES, 'cursor/sessions', transcript), join(folder, transcript));
  const files = ['state.vscdb', transcript];
  await importFiles(names.map((index) => files[index] ?? ''));
  expect(listSessions()).toEqual([expect.stringMatching(/ 4$/)]); // prompt, call, result, reply: what only the database has
});

test.each(byOrder)('VS Code: the document and the log of changes to it, the $order first', async ({ names }) => {
  const document = readFileSync(join(FIXTURES, 'vscode-chat/sessions/agent-mode.json'), 'utf8');
  const files = ['chat.json', 'chat.jsonl'];
  writeFileSync(join(folder, 'chat.json'), document);
  writeFileSync(join(folder, 'chat.jsonl'), `${JSON.stringify({ kind: 0, v: JSON.parse(document) })}\n`);
  await importFiles(names.map((index) => files[index] ?? ''));
  const { events, reading } = readFixture('vscode-chat/sessions/agent-mode.json');
  expect(listSessions()).toEqual([`${reading.summary.session.id} ${events.length}`]);
});
