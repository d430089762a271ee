/** Runs one import in a thread of its own, with its own connection to the journal. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import { openJournal } from '../journal/open-journal.ts';
import { resolveHome } from '../journal/resolve-home.ts';
import type { ImportProgress } from '../model/api/machine.ts';
import type { Environment } from './environment.ts';
import { importAndSettle } from './import/import-and-settle.ts';
import type { ImportRequest } from './import/import-transcripts.ts';

const PROGRESS_EVERY_MS = 150;
/**
 * Parsed trees and pieces of files lie outside of V8's heap, which sees no reason to collect them: 80 MB less at the peak, for
 * a tenth more of time (measured over 112 MB of transcripts).
 */
const COLLECT_EVERY_BYTES = 4 * 1024 * 1024;
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const { environment, request } = workerData as { environment: Environment; request: ImportRequest };
const opened = openJournal({ home: resolveHome(environment), durability: 'rebuildable' });
// A message port between threads has no origin to name.
/* oxlint-disable unicorn/require-post-message-target-origin */
if (opened.ok) {
  let toldAt = 0;
  let collectedAt = 0;
  const onProgress = (progress: ImportProgress): void => {
    if (progress.bytes - collectedAt > COLLECT_EVERY_BYTES) {
      collectedAt = progress.bytes;
      collect();
    }
    if (progress.running && performance.now() - toldAt < PROGRESS_EVERY_MS) return;
    toldAt = performance.now();
    parentPort?.postMessage({ progress });
  };
  const result = await importAndSettle({ journal: opened.value, environment, clock: () => new Date(), onProgress }, request);
  opened.value.close();
  parentPort?.postMessage({ result });
} else {
  parentPort?.postMessage({ result: opened });
}
