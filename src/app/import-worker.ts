/** Runs one import in a thread of its own, with its own connection to the journal. */
import { parentPort, workerData } from 'node:worker_threads';
import { openJournal } from '../journal/open-journal.ts';
import { resolveHome } from '../journal/resolve-home.ts';
import type { ImportProgress } from '../model/api/machine.ts';
import type { Environment } from './app.ts';
import { importTranscripts, type ImportRequest } from './import/import-transcripts.ts';

const PROGRESS_EVERY_MS = 150;

const { environment, request } = workerData as { environment: Environment; request: ImportRequest };
const opened = openJournal({ home: resolveHome(environment), durability: 'rebuildable' });
// A message port between threads has no origin to name.
/* oxlint-disable unicorn/require-post-message-target-origin */
if (opened.ok) {
  let toldAt = 0;
  const onProgress = (progress: ImportProgress): void => {
    if (progress.running && performance.now() - toldAt < PROGRESS_EVERY_MS) return;
    toldAt = performance.now();
    parentPort?.postMessage({ progress });
  };
  const result = await importTranscripts({ journal: opened.value, environment, clock: () => new Date(), onProgress }, request);
  opened.value.close();
  parentPort?.postMessage({ result });
} else {
  parentPort?.postMessage({ result: opened });
}
