import { expect, test } from 'vitest';
import { createCodeParser, isParsable, listMissingGrammars } from './parse-code.ts';

test('text that a native parser could choke on is not parsed', () => {
  expect(isParsable('('.repeat(251))).toBe(false);
  expect(isParsable('()'.repeat(1000))).toBe(true);
  expect(isParsable('a'.repeat(4_001))).toBe(false);
  expect(isParsable('a\0b')).toBe(false);
  expect(isParsable('a\n'.repeat(300_000))).toBe(false);
});

test('the same text is parsed once, and other languages are told apart', () => {
  const parse = createCodeParser();
  const tree = parse('x = 1', 'python');
  expect(tree?.kind()).toBe('module');
  expect(parse('x = 1', 'python')).toBe(tree);
  expect(parse('x = 1', 'ts')?.kind()).toBe('program');
  expect(parse('x = 1', 'java')).toBeNull();
});

test('a grammar that cannot be parsed with is named as missing, and no other', () => {
  const parse = createCodeParser();
  const codes = { python: 'x = 1', go: 'package a' } as const;
  const missing = Object.entries(codes).flatMap(([language, code]) => (parse(code, language as keyof typeof codes) === null ? [language] : []));
  expect(listMissingGrammars()).toEqual(missing);
});
