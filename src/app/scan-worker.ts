/** One of the threads of a scan: reads the files it is given, one after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import type { FoundFile } from '../sources/find-transcripts.ts';
import { createScanCounts } from './create-scan-counts.ts';
import { createFileScanner, type ScanAim } from './scan-file.ts';
import type { ThreadAnswer } from './scan-in-threads.ts';

const counts = createScanCounts();
const scanFile = createFileScanner((workerData as { aim: ScanAim }).aim, counts);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a message between threads has no origin to name
const answer = (message: ThreadAnswer): void => parentPort?.postMessage(message);

parentPort?.on('message', (asked: 'end' | { index: number; found: FoundFile }) => {
  if (asked === 'end') answer({ count: counts.toCount() });
  else answer({ index: asked.index, scanned: scanFile(asked.found) });
});
