import { expect, test } from 'vitest';
import { findDeclarationWindows } from './declaration-window.ts';

const file = [
  'import a',
  '',
  '// Says one.',
  'function one() {',
  '  run();',
  '}',
  '',
  'function two() {',
  '  run();',
  '}',
  '',
  'function three() {',
  '  run();',
  '}',
  '',
];

test('the declaration that was touched, with the comment above it', () => {
  expect(findDeclarationWindows(file, [4])).toEqual([{ from: 2, to: 7 }]);
});

test('neighbours together, others apart', () => {
  expect(findDeclarationWindows(file, [4, 8])).toEqual([{ from: 2, to: 11 }]);
  expect(findDeclarationWindows(file, [4, 12])).toEqual([
    { from: 2, to: 7 },
    { from: 11, to: 15 },
  ]);
});

test('everything, where a long string could be cut in two', () => {
  const long = ['const text = `', 'begins at the margin', 'as does this', '`;', 'run();'];
  expect(findDeclarationWindows(long, [2])).toEqual([{ from: 0, to: 5 }]);
});

test('everything, where nothing was touched', () => {
  expect(findDeclarationWindows(file, [])).toEqual([{ from: 0, to: file.length }]);
});
