import { expect, test } from 'vitest';
import { findMissingName } from './missing-name.ts';

test.each([
  ["error TS2339: Property 'paths' does not exist on type 'Meta'.", 'paths', 'code'],
  ["ModuleNotFoundError: No module named 'yamlx'", 'yamlx', 'code'],
  ["Error: Cannot find module './parse'", './parse', 'code'],
  ['./reset_test.go:31:45: undefined: makeOptions', 'makeOptions', 'code'],
  ['ReferenceError: fetchAll is not defined', 'fetchAll', 'code'],
  ['TypeError: list.toPairs is not a function', 'toPairs', 'code'],
  ["AttributeError: 'Session' object has no attribute 'flush_all'", 'flush_all', 'code'],
  ['error: unknown option --parallel-all', '--parallel-all', 'command'],
  ['npm error Missing script: "verify"', 'verify', 'command'],
])('%s', (output, name, where) => {
  expect(findMissingName(output)).toEqual({ name, where });
});

test('an assertion that fails names nothing missing', () => {
  expect(findMissingName('AssertionError: expected 2 to be 3')).toBeNull();
});
