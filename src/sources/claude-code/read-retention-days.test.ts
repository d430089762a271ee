import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readRetentionDays } from './read-retention-days.ts';

let root = '';
beforeEach(() => void (root = mkdtempSync(join(tmpdir(), 'rounds retention '))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

test.each([
  ['{"cleanupPeriodDays": 99}', 99],
  ['{"cleanupPeriodDays": 0}', 0],
  ['{"cleanupPeriodDays": "long"}', 30],
  ['{"theme": "dark"}', 30],
  ['no JSON', 30],
  [undefined, 30],
])('%s', (settings, days) => {
  mkdirSync(join(root, 'projects'));
  if (settings !== undefined) writeFileSync(join(root, 'settings.json'), settings);
  // A platform without settings of an organisation: this machine's own must not decide the test.
  expect(readRetentionDays([join(root, 'projects')], 'freebsd')).toBe(days);
});
