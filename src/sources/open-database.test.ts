import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadSqlite } from './load-sqlite.ts';
import { isSqliteError, listTables, openDatabase } from './open-database.ts';
import { readTranscript } from './read-transcript.ts';

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rounds database '));
  path = join(folder, 'a#?%20.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(sql: string) {
  const db = new (loadSqlite().DatabaseSync)(path);
  db.exec(`PRAGMA journal_mode = WAL; ${sql}`);
  return db;
}

function countBirds(): number {
  const { db, close } = openDatabase(path);
  try {
    return Number(db.prepare('SELECT count(*) AS n FROM birds').get()?.['n']);
  } finally {
    close();
  }
}

test('at rest it is read in place, and no file appears beside it', () => {
  write('CREATE TABLE birds (name); INSERT INTO birds VALUES (1)').close();
  const bytes = readFileSync(path);
  expect(countBirds()).toBe(1);
  expect(readdirSync(folder)).toEqual(['a#?%20.db']);
  expect(readFileSync(path).equals(bytes)).toBe(true);
});

test('what its writer has not folded in yet is read, and its writer goes on', () => {
  const writer = write('CREATE TABLE birds (name); INSERT INTO birds VALUES (1)');
  const reader = openDatabase(path);
  writer.exec('INSERT INTO birds VALUES (2)');
  expect([...listTables(reader.db)]).toEqual(['birds']);
  reader.close();
  expect(countBirds()).toBe(2);
  writer.close();
});

test('what a writer that was killed has left is read, and stays as it is', () => {
  const script = `const db = new (require('node:sqlite').DatabaseSync)(process.argv[1]);
    db.exec('PRAGMA journal_mode = WAL; CREATE TABLE birds (name); INSERT INTO birds VALUES (1)'); process.kill(process.pid, 'SIGKILL')`;
  spawnSync(process.execPath, ['-e', script, path], { stdio: 'ignore' });
  const left = readdirSync(folder);
  expect(left).toHaveLength(3);
  const index = readFileSync(`${path}-shm`);
  expect(countBirds()).toBe(1);
  expect(readdirSync(folder)).toEqual(left);
  expect(readFileSync(`${path}-shm`).equals(index)).toBe(true);
});

test('writing to it fails', () => {
  write('CREATE TABLE birds (name)').close();
  const { db, close } = openDatabase(path);
  expect(() => db.exec('INSERT INTO birds VALUES (1)')).toThrow(/readonly/);
  close();
});

test('what is no database, or a damaged one, is told', () => {
  writeFileSync(path, 'SQLite format 3\0 and no more');
  let thrown: unknown;
  try {
    openDatabase(path);
  } catch (error) {
    thrown = error;
  }
  expect(isSqliteError(thrown)).toBe(true);
  expect(readTranscript(path, [readFileSync(path)], () => {})).toMatchObject({
    state: 'not-a-transcript',
    why: expect.stringContaining('cannot be read') as string,
  });
});

test('a database cut short after its first page costs no crash', () => {
  const rows = Array.from({ length: 500 }, (_, at) => `(${at}, '${'x'.repeat(200)}')`).join();
  write(`CREATE TABLE birds (name, song); INSERT INTO birds VALUES ${rows}`).close();
  truncateSync(path, 8192);
  mkdirSync(join(folder, 'x'));
  expect(readTranscript(path, [readFileSync(path)], () => {}).state).toBe('not-a-transcript');
});
