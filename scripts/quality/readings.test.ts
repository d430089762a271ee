import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeReadings, loadReadings } from './readings.ts';

const READING = { title: 'alarms', read: 10, wouldStop: 8, date: '2026-01-02', method: 'two readers', notes: 'a | b' };
let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'rounds-readings-'))));
afterEach(() => rmSync(folder, { recursive: true }));

test('a reading becomes a row with its interval', () => {
  writeFileSync(join(folder, 'alarms.json'), JSON.stringify(READING));
  expect(describeReadings(loadReadings(folder)).at(-1)).toBe('| alarms | 8 of 10, 80 % (49–94) | 2026-01-02 | two readers | a \\| b |');
});

test('more stops than were read is refused, by the name of the file', () => {
  writeFileSync(join(folder, 'alarms.json'), JSON.stringify({ ...READING, wouldStop: 11 }));
  expect(() => loadReadings(folder)).toThrow('alarms.json');
});

test('no folder, no readings', () => {
  expect(describeReadings(loadReadings(join(folder, 'none')))).toHaveLength(1);
});
