import { expect, test } from 'vitest';
import { parseLightened } from './lighten-line.ts';

const FILE = `first "quoted"\n${'line with é and a tab\t\n'.repeat(60)}`;
const PATCH = [{ oldStart: 1, oldLines: 1, newStart: 1, newLines: 1, lines: ['-first', '+second'] }];
const ENVELOPE = { uuid: 'u', timestamp: '2026-03-02T09:00:00.000Z' };
const toLine = (record: unknown): Buffer => Buffer.from(JSON.stringify(record));

test('the file before an edit is left out and can still be read', () => {
  const edit = { ...ENVELOPE, toolUseResult: { filePath: '/a.ts', originalFile: FILE, structuredPatch: PATCH } };
  const light = parseLightened(toLine(edit));
  expect(light?.record).toEqual({ ...edit, toolUseResult: { ...edit.toolUseResult, originalFile: '' } });
  expect(light?.originalFile?.read()).toBe(FILE);
  expect(light?.originalFile?.mayHoldTabs).toBe(true);
});

test('what a reading tool says twice is left out once', () => {
  const read = {
    message: { content: FILE },
    ...ENVELOPE,
    toolUseResult: { type: 'text', file: { filePath: '/a.ts', content: FILE } },
    sourceToolAssistantUUID: 'x',
  };
  expect(parseLightened(toLine(read))?.record).toEqual({ message: { content: FILE }, ...ENVELOPE, toolUseResult: {} });
});

test.each([
  ['a short line', { ...ENVELOPE, toolUseResult: { originalFile: 'x', structuredPatch: PATCH } }],
  ['a line without a result', { ...ENVELOPE, message: FILE }],
  ['an id after the result', { message: FILE, toolUseResult: { type: 'text', file: {} }, ...ENVELOPE }],
  ['a result within another value', { ...ENVELOPE, input: { toolUseResult: { originalFile: FILE, structuredPatch: PATCH } } }],
  ['a repeating result within another value', { message: FILE, input: { ...ENVELOPE, toolUseResult: { type: 'text', file: {} } } }],
  ['words that look like a record', { ...ENVELOPE, message: `"toolUseResult":{"originalFile":"${FILE}","structuredPatch":[]` }],
  ['a file after the patch', { ...ENVELOPE, toolUseResult: { structuredPatch: PATCH, originalFile: FILE } }],
])('%s is parsed whole', (_, record) => {
  expect(parseLightened(toLine(record))).toBeUndefined();
});

test('a file whose escapes are wrong is a file nobody can read', () => {
  const line = toLine({ ...ENVELOPE, toolUseResult: { originalFile: FILE, structuredPatch: PATCH } }).toString('utf8');
  const light = parseLightened(Buffer.from(line.replace('first ', 'first \\x')));
  expect(light?.originalFile?.read()).toBeUndefined();
});

test('two records on one line are parsed whole', () => {
  const record = { message: FILE, ...ENVELOPE, toolUseResult: { type: 'text', file: {} } };
  const joined = Buffer.concat([toLine({ a: 1 }), toLine(record)]);
  expect(parseLightened(joined)).toBeUndefined();
});
