import { expect, test } from 'vitest';
import { saysNothingFound } from './says-nothing-found.ts';

test.each(['', '\n', 'No matches found', 'No files found', "🔍 0 for 'createTree'", 'Found 0 files'])('%j', (output) => {
  expect(saysNothingFound(output)).toBe(true);
});

test.each(['src/a.ts:4: // no matches found here', 'Found 3 files', `No matches found ${'x'.repeat(300)}`])('%j holds something', (output) => {
  expect(saysNothingFound(output)).toBe(false);
});
