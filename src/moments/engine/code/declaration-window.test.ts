import { expect, test } from 'vitest';
import { findDeclarationWindow } from './declaration-window.ts';

const file = ['import a', '', '// Says one.', 'function one() {', '  run();', '}', '', 'function two() {', '  run();', '}', ''];

test('the declaration an edit touched, with the comment above it', () => {
  expect(findDeclarationWindow(file, [4])).toEqual({ from: 2, to: 7 });
});

test('from the first declaration touched to the last', () => {
  expect(findDeclarationWindow(file, [8, 4])).toEqual({ from: 2, to: 11 });
});

test('everything, where a long string could be cut in two', () => {
  const long = ['const text = `', 'begins at the margin', 'as does this', '`;', 'run();'];
  expect(findDeclarationWindow(long, [2])).toEqual({ from: 0, to: 5 });
});

test('everything, where nothing was touched', () => {
  expect(findDeclarationWindow(file, [])).toEqual({ from: 0, to: file.length });
});
