import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findTranscripts } from '../sources/find-transcripts.ts';
import { addScanCounts } from './add-scan-counts.ts';
import { createScanCounts } from './create-scan-counts.ts';
import { createFileScanner, type ScannedFile } from './scan-file.ts';
import { scanInThreads } from './scan-in-threads.ts';
import { scanPaths } from './scan-paths.ts';

const DEMO = join(import.meta.dirname, '../../examples/demo/sessions');
const AIM = { sound: false, nursery: false };
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rounds-scan-'));
  for (const name of readdirSync(DEMO)) copyFileSync(join(DEMO, name), join(folder, name));
});
afterAll(() => rmSync(folder, { recursive: true }));

function scanAlone(): { scanned: ScannedFile[]; moments: number } {
  const counts = createScanCounts();
  const scanFile = createFileScanner(AIM, counts);
  return { scanned: findTranscripts([folder]).files.flatMap(scanFile), moments: counts.toCount().moments };
}

test('threads side by side find what one finds, in the same order', async () => {
  const { files } = findTranscripts([folder]);
  const scanned: ScannedFile[] = [];
  const threads = scanInThreads(files, AIM, 2);
  let next = await threads.next();
  for (; !next.done; next = await threads.next()) scanned.push(...next.value);
  const alone = scanAlone();
  expect(scanned).toEqual(alone.scanned);
  expect(next.value).toHaveLength(2);
  expect(addScanCounts(next.value, 0)).toMatchObject({ files: files.length, moments: alone.moments, sessions: files.length });
});

test('the rest is left when nobody wants it', async () => {
  const threads = scanInThreads(findTranscripts([folder]).files, AIM, 2);
  expect((await threads.next()).done).toBe(false);
  expect((await threads.return([])).done).toBe(true);
});

test('all paths in one, with their totals', async () => {
  const scan = scanPaths({ paths: [folder], ...AIM });
  let next = await scan.next();
  for (; !next.done; next = await scan.next());
  expect(next.value.sessions).toBe(findTranscripts([folder]).files.length);
  expect(next.value.moments).toBeGreaterThan(0);
});
