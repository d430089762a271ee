import { Worker } from 'node:worker_threads';
import type { FoundFile } from '../sources/find-transcripts.ts';
import type { ScanCount } from './create-scan-counts.ts';
import type { ScanAim, ScannedFile } from './scan-file.ts';

/** What a thread answers: one file's sessions, or what it counted once it was told to end. */
export type ThreadAnswer = { readonly index: number; readonly scanned: ScannedFile[] } | { readonly count: ScanCount };

/** Almost all a scan makes is short-lived, and V8 gives that so much room by itself that two threads would need twice the memory of one. */
const YOUNG_GENERATION_MB = 16;

/**
 * Scans files side by side. Yields each file's sessions in the order of the files, whichever thread was done first; returns
 * what each thread counted. A thread that dies of a bug throws here.
 */
export async function* scanInThreads(files: readonly FoundFile[], aim: ScanAim, threads: number): AsyncGenerator<ScannedFile[], ScanCount[]> {
  const answers = new Map<number, ScannedFile[]>();
  const counts: ScanCount[] = [];
  const waiting = [...files.keys()];
  let wake = sleepOn;
  let bug: Error | undefined;

  const workers = Array.from({ length: threads }, () => {
    const worker = new Worker(workerFile, { workerData: { aim }, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB } });
    // A message between threads has no origin to name.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    const ask = (index: number | undefined): void => worker.postMessage(index === undefined ? 'end' : { index, found: files[index] });
    worker.on('message', (answer: ThreadAnswer) => {
      if ('count' in answer) counts.push(answer.count);
      else {
        answers.set(answer.index, answer.scanned);
        ask(waiting.shift());
      }
      wake();
    });
    worker.once('error', (error) => {
      bug = error;
      wake();
    });
    ask(waiting.shift());
    return worker;
  });

  try {
    for (const index of files.keys()) {
      while (!answers.has(index)) await nextAnswer();
      yield answers.get(index) ?? [];
      answers.delete(index);
    }
    while (counts.length < threads) await nextAnswer();
    return counts;
  } finally {
    // Also when nobody wants the rest.
    await Promise.all(workers.map((worker) => worker.terminate()));
  }

  async function nextAnswer(): Promise<void> {
    if (bug) throw bug;
    await new Promise<void>((resolve) => (wake = resolve));
    if (bug) throw bug;
  }
}

/** Nobody waits. */
function sleepOn(): void {}

/** Beside this file, in the sources as in the build; a string in a URL is not rewritten by the compiler. */
const workerFile = new URL(import.meta.url.endsWith('.ts') ? './scan-worker.ts' : './scan-worker.js', import.meta.url);
