import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePatch } from './parse-patch.ts';

const HUNK = '@@ -1,2 +1,2 @@\n a\n-b\n+c\n';
const parse = (text: string) => parsePatch(text)?.map(({ path, change, hunks }) => ({ path, change, lines: hunks.map(({ lines }) => lines) }));
const LINES = [[' a', '-b', '+c']];

describe('names', () => {
  test.each([
    ['git', `diff --git a/x.ts b/x.ts\nindex 1..2 100644\n--- a/x.ts\n+++ b/x.ts\n${HUNK}`, 'x.ts'],
    [
      'quoted',
      `diff --git "a/t\\tab \\303\\274.ts" "b/t\\tab \\303\\274.ts"\n--- "a/t\\tab \\303\\274.ts"\n+++ "b/t\\tab \\303\\274.ts"\n${HUNK}`,
      't\tab ü.ts',
    ],
    ['with a space, which git ends with a tab', `diff --git a/a b.ts b/a b.ts\n--- a/a b.ts\t\n+++ b/a b.ts\t\n${HUNK}`, 'a b.ts'],
    ['of other settings', `diff --git i/x.ts w/x.ts\n--- i/x.ts\n+++ w/x.ts\n${HUNK}`, 'x.ts'],
    ['without prefixes', `diff --git src/x.ts src/x.ts\n--- src/x.ts\n+++ src/x.ts\n${HUNK}`, 'src/x.ts'],
    ['of diff -u, with times', `--- old/x.ts\t2026-01-01 10:00:00\n+++ old/x.ts\t2026-01-02 10:00:00\n${HUNK}`, 'old/x.ts'],
    ['in a folder called b', `diff --git a/b/x.ts b/b/x.ts\n--- a/b/x.ts\n+++ b/b/x.ts\n${HUNK}`, 'b/x.ts'],
  ])('%s', (_, text, path) => {
    expect(parse(text)).toEqual([{ path, change: 'update', lines: LINES }]);
  });

  test('of a renamed file are the new ones', () => {
    const text = `diff --git a/x.ts b/y.ts\nsimilarity index 90%\nrename from x.ts\nrename to y.ts\nindex 1..2 100644\n--- a/x.ts\n+++ b/y.ts\n${HUNK}`;
    expect(parse(text)).toEqual([{ path: 'y.ts', change: 'move', lines: LINES }]);
  });

  test('of new and deleted files', () => {
    const created = 'diff --git a/x.ts b/x.ts\nnew file mode 100644\nindex 0000000..2222222\n--- /dev/null\n+++ b/x.ts\n@@ -0,0 +1 @@\n+c\n';
    const deleted = 'diff --git a/y.ts b/y.ts\ndeleted file mode 100644\nindex 2222222..0000000\n--- a/y.ts\n+++ /dev/null\n@@ -1 +0,0 @@\n-c\n';
    expect(parsePatch(created + deleted)).toMatchObject([
      { path: 'x.ts', change: 'create', objects: { before: null, after: '2222222' } },
      { path: 'y.ts', change: 'delete', objects: { before: '2222222', after: null } },
    ]);
  });
});

const file = (body: string) => `--- a/x.sql\n+++ b/x.sql\n${body}`;

describe('hunks', () => {
  test('end where their counts say: a line of code that looks like a header is none', () => {
    const text = file('@@ -1,3 +1,2 @@\n a\n--- b\n-+++ c\n+++ d\n') + file(HUNK);
    expect(parse(text)?.map(({ lines }) => lines)).toEqual([[[' a', '--- b', '-+++ c', '+++ d']], LINES]);
  });

  test('keep the carriage returns of code, also where the whole patch has them', () => {
    const text = file('@@ -1,2 +1,2 @@\r\n a\r\n-b\r\n+c\r\n').replaceAll(/([^\r])\n/g, '$1\r\n');
    expect(parse(text)).toEqual([{ path: 'x.sql', change: 'update', lines: [[' a\r', '-b\r', '+c\r']] }]);
  });

  test('may lack a newline at the end, and the blank of an empty line', () => {
    expect(parse(file('@@ -1,2 +1,2 @@\n\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file'))?.[0]?.lines).toEqual([[' ', '-b', '+c']]);
  });

  test('are followed by other words in a mail', () => {
    expect(parse(`From 1234 Mon Sep 17\nSubject: [PATCH] c\n\n---\n x.sql | 2 +-\n\n${file(HUNK)}-- \n2.45.0\n`)).toEqual([
      { path: 'x.sql', change: 'update', lines: LINES },
    ]);
  });

  test('of a merge show what no parent had', () => {
    const text = 'diff --cc x.ts\nindex 1,2..3\n--- a/x.ts\n+++ b/x.ts\n@@@ -1,3 -1,3 +1,4 @@@\n  a\n -ours\n- theirs\n++both\n+ mine\n  z\n';
    expect(parse(text)).toEqual([{ path: 'x.ts', change: 'update', lines: [[' a', '+both', ' mine', ' z']] }]);
  });

  test('that are cut short are read as far as they go', () => {
    expect(parse(file('@@ -1,9 +1,9 @@\n a\n+c'))?.[0]?.lines).toEqual([[' a', '+c']]);
  });
});

test.each([
  ['a change of mode alone', 'diff --git a/x.sh b/x.sh\nold mode 100644\nnew mode 100755\n'],
  ['a rename alone', 'diff --git a/x.ts b/y.ts\nsimilarity index 100%\nrename from x.ts\nrename to y.ts\n'],
  ['a binary file', 'diff --git a/x.png b/x.png\nindex 1..2 100644\nBinary files a/x.png and b/x.png differ\n'],
  ['a binary patch', 'diff --git a/x.png b/x.png\nindex 1..2 100644\nGIT binary patch\nliteral 3\nKcmZQzWMT#Y01f~L\n\n'],
  ['a submodule', 'diff --git a/lib b/lib\nindex 1..2 160000\n--- a/lib\n+++ b/lib\n@@ -1 +1 @@\n-Subproject commit 1\n+Subproject commit 2\n'],
  ['a link', 'diff --git a/l.ts b/l.ts\nnew file mode 120000\nindex 0..2\n--- /dev/null\n+++ b/l.ts\n@@ -0,0 +1 @@\n+x.ts\n\\ No newline at end of file\n'],
  ['an empty text', '\n'],
])('%s holds no lines to look at', (_, text) => {
  expect(parsePatch(text)).toEqual([]);
});

test('what holds no diff is told apart from an empty one', () => {
  expect(parsePatch('const a = 1;\n')).toBeNull();
});

test('any text is read without throwing', () => {
  const piece = constantFrom(
    'diff --git a/x b/x\n',
    '--- a/x\n',
    '+++ b/x\n',
    '@@ -1,2 +1 @@\n',
    '@@@ -1 -1 +1 @@@\n',
    '+a\n',
    '-b\n',
    ' c\n',
    '\\ No\n',
    '\r\n',
    '"',
  );
  assert(property(array(oneof(piece, string())), (pieces) => void parsePatch(pieces.join(''))));
});
