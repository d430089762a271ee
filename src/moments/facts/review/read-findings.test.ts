import { expect, test } from 'vitest';
import { readFinding } from './read-findings.ts';

test.each([
  ['edge-case', 'Medium Severity\n\nThe parsePort() helper only strips spaces and does not handle a missing value.'],
  ['edge-case', 'Consider this feedback:\n\nreadRows() returns the last row twice when the file has no trailing newline, so totals are wrong.'],
  ['duplication', 'Review comment: formatDate() duplicates what renderDay() does, only with another separator.'],
  ['performance', 'Address this: loadUser() is called on every iteration, which is inefficient for large lists.'],
  ['leftover', '2. Bug: the `retries` option is never used after the client is created.'],
  ['error-swallowed', 'PR review: in saveAll() the error is silently ignored and lost when the disk is full.'],
])('reads a remark of kind %s', (kind, text) => {
  expect(readFinding(text)?.kind).toBe(kind);
});

test('names what the remark is about', () => {
  expect(readFinding('Low Severity: `parsePort` in src/net.ts:12 fails for --port without a value.')?.names).toEqual(['parsePort', 'src/net.ts', '--port']);
});

test.each([
  ['a wish', 'Please add a flag --quiet to the exporter and do not print the total then.'],
  ['a plan', 'Implement the following plan:\n\n1. Bug: parsePort() does not handle a missing value.'],
  ['a log', '--- FAIL: TestParsePort (0.01s)\n    port_test.go:12: parsePort() returned a wrong value'],
  ['a report in their own words', 'I ran it again and the list still does not show my file notes.txt, can you look?'],
])('does not take %s for one', (_, text) => {
  expect(readFinding(text)).toBeNull();
});
