import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { expandPlace } from './expand-place.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rounds places '));
  for (const folder of ['a/chats', 'b/chats', 'c/other', 'd/x/chats']) mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, 'file'), 'x');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const expanded = (...segments: string[]) => expandPlace(join(root, ...segments)).map((path) => path.slice(root.length + 1).replaceAll('\\', '/'));

test('a star is every folder that goes on as the place says', () => {
  expect(expanded('*', 'chats')).toEqual(['a/chats', 'b/chats']);
  expect(expanded('*', '*', 'chats')).toEqual(['d/x/chats']);
  expect(expanded('a', 'chats')).toEqual(['a/chats']);
});

test('what is not there is left out', () => {
  expect(expanded('nowhere', '*', 'chats')).toEqual([]);
  expect(expanded('z')).toEqual([]);
});
