import { chmodSync, linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findTranscripts } from './find-transcripts.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rounds find '));
  for (const folder of ['a/deep', '.hidden', '.git', 'node_modules']) mkdirSync(join(root, folder), { recursive: true });
  for (const file of ['b.jsonl', 'a/c.jsonl', 'a/deep/d.txt', '.hidden/e.jsonl', '.git/f.jsonl', 'node_modules/g.jsonl', '.DS_Store'])
    writeFileSync(join(root, file), 'x');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const found = (...paths: string[]) => findTranscripts(paths).files.map((file) => file.path.slice(root.length + 1));

test('every file below, sorted, hidden folders too, without junk', () => {
  expect(found(root)).toEqual(['.hidden/e.jsonl', 'a/c.jsonl', 'a/deep/d.txt', 'b.jsonl']);
});

test('paths are shown as given, and junk is taken when it is asked for', () => {
  expect(found(join(root, '.git'), join(root, 'b.jsonl'))).toEqual(['.git/f.jsonl', 'b.jsonl']);
});

test('linked folders are followed once, and circles end', () => {
  symlinkSync(join(root, 'a'), join(root, 'z-link'));
  symlinkSync(root, join(root, 'a/deep/up'));
  expect(found(root)).toEqual(['.hidden/e.jsonl', 'a/c.jsonl', 'a/deep/d.txt', 'b.jsonl']);
  expect(found(join(root, 'z-link'))).toContain('z-link/c.jsonl');
});

test('a file reached twice is one file', () => {
  linkSync(join(root, 'b.jsonl'), join(root, 'same.jsonl'));
  expect(found(root, join(root, 'b.jsonl'), join(root, 'a'))).toEqual(['.hidden/e.jsonl', 'a/c.jsonl', 'a/deep/d.txt', 'b.jsonl']);
});

test('what cannot be read is told, and the rest is found', () => {
  symlinkSync(join(root, 'nowhere'), join(root, 'broken'));
  const { files, problems } = findTranscripts([root, join(root, 'missing'), '/dev/null']);
  expect(files).toHaveLength(4);
  expect(problems).toEqual([
    { path: join(root, 'broken'), why: 'There is no such file or folder.' },
    { path: join(root, 'missing'), why: 'There is no such file or folder.' },
    { path: '/dev/null', why: 'It is neither a file nor a folder.' },
  ]);
});

test.skipIf(process.getuid?.() === 0)('a folder that may not be read is told', () => {
  chmodSync(join(root, 'a'), 0);
  const { problems } = findTranscripts([root]);
  chmodSync(join(root, 'a'), 0o700);
  expect(problems).toEqual([{ path: join(root, 'a'), why: 'It may not be read by this user.' }]);
});
