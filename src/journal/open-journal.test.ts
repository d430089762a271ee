import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadSqlite } from '../sources/load-sqlite.ts';
import { ALL_MIGRATIONS } from './migrations/all-migrations.ts';
import { openJournal, type Journal } from './open-journal.ts';

let home: string;
const url = (name: string): string => new URL(name, import.meta.url).href;
const open = (at = home): Journal => {
  const opened = openJournal({ home: at });
  if (!opened.ok) throw new Error(opened.problem.what);
  return opened.value;
};
const problemOf = (at: string): string => {
  const opened = openJournal({ home: at });
  if (opened.ok) opened.value.close();
  return opened.ok ? '' : `${opened.problem.tag}: ${opened.problem.what} ${opened.problem.why ?? ''} ${opened.problem.next ?? ''}`;
};
const runChild = (script: string): Promise<number | null> => {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: 'inherit' });
  return new Promise((resolve) => child.once('exit', resolve));
};

/** Another process that writes fifty rows of its own. */
const writeRows = (name: string): string => `
  import { openJournal } from ${JSON.stringify(url('./open-journal.ts'))};
  const journal = openJournal({ home: ${JSON.stringify(home)} }).value;
  for (let index = 0; index < 50; index += 1) {
    const written = journal.write(() => journal.settings.set('${name}' + index, index));
    if (!written.ok) process.exit(1);
  }`;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'rounds journal '));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

describe('opening a journal', () => {
  it('makes a folder and a file nobody else may read', () => {
    const at = join(home, 'a', 'b');
    open(at).close();
    expect(statSync(at).mode & 0o777).toBe(0o700);
    expect(statSync(join(at, 'journal.db')).mode & 0o777).toBe(0o600);
  });

  it('syncs what it acknowledges, and waits for other writers', () => {
    const journal = open();
    const db = new (loadSqlite().DatabaseSync)(journal.path);
    expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    expect(db.prepare('PRAGMA user_version').get()).toEqual({ user_version: ALL_MIGRATIONS.length });
    db.close();
    journal.close();
  });

  it('is made once when several processes come at the same moment, and each row arrives', async () => {
    expect(await Promise.all(['a', 'b', 'c'].map((name) => runChild(writeRows(name))))).toEqual([0, 0, 0]);
    const journal = open();
    const found = ['a', 'b', 'c'].flatMap((name) => Array.from({ length: 50 }, (_, index) => journal.settings.get(name + index)));
    expect(found.filter((value) => value === undefined)).toEqual([]);
    journal.close();
  });

  it('says that a journal of a newer Rounds is newer, and leaves it alone', () => {
    open().close();
    const db = new (loadSqlite().DatabaseSync)(join(home, 'journal.db'));
    db.exec('PRAGMA user_version = 999');
    expect(problemOf(home)).toMatch(/storage: .*newer version.*Update/);
    expect(db.prepare('PRAGMA user_version').get()).toEqual({ user_version: 999 });
    db.close();
  });

  it('says what to do with a damaged journal, and keeps its bytes', () => {
    const path = join(home, 'journal.db');
    writeFileSync(path, 'not a database at all, but long enough to look at '.repeat(40));
    expect(problemOf(home)).toMatch(/damaged.*Move it/);
    expect(statSync(path).size).toBe(2000);
  });

  it('says why where its folder cannot be', () => {
    writeFileSync(join(home, 'file'), '');
    expect(problemOf(join(home, 'file', 'rounds'))).toMatch(/storage: .*not a folder.*ROUNDS_HOME/);
  });

  it.skipIf(process.getuid?.() === 0)('says so in a folder that is read-only (nobody is kept out of one as root)', () => {
    chmodSync(home, 0o500);
    expect(problemOf(join(home, 'x'))).toMatch(/Permission/);
  });

  it('gives back control with a problem when another process keeps it locked', () => {
    const journal = open();
    const other = new (loadSqlite().DatabaseSync)(journal.path);
    other.exec('BEGIN IMMEDIATE');
    const impatient = new (loadSqlite().DatabaseSync)(journal.path, { timeout: 1 });
    const written = journal.attempt(() => impatient.exec('BEGIN IMMEDIATE'));
    expect(written).toMatchObject({ ok: false, problem: { tag: 'storage', what: expect.stringContaining('in use') as string } });
    for (const db of [other, impatient]) db.close();
    journal.close();
  });

  it('throws what is a bug', () => {
    const journal = open();
    expect(() =>
      journal.attempt(() => {
        throw new TypeError('a bug');
      }),
    ).toThrow('a bug');
    expect(() => journal.write(() => JSON.parse('{') as unknown)).toThrow(SyntaxError);
    expect(journal.write(() => 1)).toEqual({ ok: true, value: 1 });
    journal.close();
  });
});
