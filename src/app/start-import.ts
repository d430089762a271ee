import { Worker } from 'node:worker_threads';
import type { ImportProgress } from '../model/api/machine.ts';
import { problem, type Problem } from '../model/problem.ts';
import { failed, type Result } from '../model/result.ts';
import type { Environment } from './environment.ts';
import type { ImportReport, ImportRequest } from './import/import-transcripts.ts';

export interface Importer {
  /** Imports in the background; one at a time, in the order asked. A quiet one tells no progress, only its end where it read something. */
  readonly start: (request?: ImportRequest, how?: { readonly isQuiet: boolean }) => Promise<Result<ImportReport, Problem>>;
  readonly getProgress: () => ImportProgress;
  /** Calls the listener whenever the progress changes; returns how to stop that. */
  readonly subscribe: (listener: (progress: ImportProgress) => void) => () => void;
  /** Ends a running import; what it has read is kept. */
  readonly stop: () => Promise<void>;
}

const IDLE: ImportProgress = Object.freeze({ running: false, files: 0, filesTotal: 0, bytes: 0, bytesTotal: 0, sessions: 0, moments: 0, problems: [] });
const STOPPED = problem('conflict', 'The import was stopped.', { why: 'What it had read is kept.', next: 'Run "rounds import" to go on.' });

/** Almost all an import makes is short-lived, and V8 by itself gives that much room: with the collecting of import-worker.ts 112 MB of transcripts take 258 MB in place of 447. */
const YOUNG_GENERATION_MB = 12;

interface Message {
  readonly progress?: ImportProgress;
  readonly result?: Result<ImportReport, Problem>;
}

export function createImporter({ environment }: { environment: Environment }): Importer {
  const listeners = new Set<(progress: ImportProgress) => void>();
  let progress = IDLE;
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let isStopped = false;

  const tell = (next: ImportProgress): void => {
    progress = next;
    for (const listener of listeners) listener(progress);
  };

  function run(request: ImportRequest, isQuiet: boolean): Promise<Result<ImportReport, Problem>> {
    if (isStopped) return Promise.resolve(failed(STOPPED));
    if (!isQuiet) tell({ ...IDLE, running: true });
    return new Promise((resolve, reject) => {
      let result: Result<ImportReport, Problem> = failed(STOPPED);
      worker = new Worker(workerFile, {
        workerData: { environment: { ...environment, variables: { ...environment.variables } }, request },
        resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
      });
      worker.on('message', (message: Message) => {
        if (message.progress && !isQuiet) tell(message.progress);
        if (message.result) result = message.result;
      });
      worker.once('error', reject);
      worker.once('exit', () => {
        worker = undefined;
        if (!isQuiet || (result.ok && result.value.filesNew > 0)) tell({ ...progress, running: false });
        resolve(result);
      });
    });
  }

  return {
    start: (request = {}, { isQuiet } = { isQuiet: false }) => {
      const done = last.then(() => run(request, isQuiet));
      last = done.catch(() => undefined);
      return done;
    },
    getProgress: () => progress,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stop: async () => {
      isStopped = true;
      await worker?.terminate();
      await last;
    },
  };
}

/** Beside this file, in the sources as in the build; a string in a URL is not rewritten by the compiler. */
const workerFile = new URL(import.meta.url.endsWith('.ts') ? './import-worker.ts' : './import-worker.js', import.meta.url);
