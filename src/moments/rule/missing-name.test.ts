import { expect, test } from 'vitest';
import { findMissingName } from './missing-name.ts';

test.each([
  ["error TS2339: Property 'paths' does not exist on type 'Meta'.", 'paths'],
  ["ModuleNotFoundError: No module named 'yamlx'", 'yamlx'],
  ["Error: Cannot find module './parse'", './parse'],
  ['./reset_test.go:31:45: undefined: makeOptions', 'makeOptions'],
  ['ReferenceError: fetchAll is not defined', 'fetchAll'],
  ['TypeError: list.toPairs is not a function', 'toPairs'],
  ["AttributeError: 'Session' object has no attribute 'flush_all'", 'flush_all'],
])('%s', (output, name) => {
  expect(findMissingName(output)).toBe(name);
});

test('an assertion that fails names nothing missing', () => {
  expect(findMissingName('AssertionError: expected 2 to be 3')).toBeNull();
});
