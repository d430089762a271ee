import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createCodeParser } from '../../moments/engine/code/parse-code.ts';
import { changesWhatRuns } from './changes-what-runs.ts';
import { listMutants } from './list-mutants.ts';
import { MARKS_FILE, markBlocks } from './mark-blocks.ts';

const parse = createCodeParser();
function mark(text: string, language: 'js' | 'python') {
  const root = parse(text, language);
  if (!root) throw new Error('cannot be parsed');
  const mutants = listMutants(root, language);
  const marked = markBlocks(text, root, language, mutants, 7);
  if (!marked) throw new Error('is not marked');
  return { mutants, ...marked };
}

test('a block that runs says so once, one that does not stays silent', () => {
  const { text, marks } = mark("'use strict';\nfunction f(a) { if (a < 1) { return a > 0; } return a; }\nf(3);\nf(4);\n", 'js');
  const folder = mkdtempSync(join(tmpdir(), 'rounds-marks-'));
  const [file, wrote] = [join(folder, 'a.cjs'), join(folder, 'marks')];
  writeFileSync(file, text.replaceAll(MARKS_FILE, wrote));
  execFileSync(process.execPath, [file]);
  expect(existsSync(wrote)).toBe(true);
  expect(readFileSync(wrote, 'utf8')).toBe(`7 ${file}\n`);
  expect(new Set(marks)).toEqual(new Set([7, 8]));
  rmSync(folder, { recursive: true });
});

test('in Python a description stays first, and marks stand as the code does', () => {
  const { text } = mark('def f(a):\n    """Says."""\n    return a < 1\n\n\ndef g(a): return a > 1\n', 'python');
  const lines = text.split('\n');
  expect(lines[1]).toBe('    """Says."""');
  expect(lines[2]).toMatch(/^ {4}\(lambda/);
  expect(lines[3]).toBe('    return a < 1');
  expect(lines[6]).toMatch(/^def g\(a\): \(lambda.*; return a > 1$/);
});

test.each([
  ['ts', 'const a: A = 1; // one', 'const a: B = 1;', false],
  ['ts', 'export type A = 1;\nlet b = 1;', 'let b = 1;', false],
  ['ts', 'let a = "b c";', 'let a = "b  c";', true],
  ['ts', 'let a = /b/;', 'let a = /c/;', true],
  ['python', 'if a:\n  b()\nc()\n', 'if a:\n  b()\n  c()\n', true],
  ['python', 'if a:\n  b() # c\n', 'if a:\n    b()\n', false],
] as const)('%s: whether %j to %j changes what runs', (language, before, after, expected) => {
  const [old, now] = [parse(before, language), parse(after, language)];
  expect(old && now && changesWhatRuns(old, now)).toBe(expected);
});
