import { join } from 'node:path';
import type { Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';
import type { App } from './app.ts';
import type { ImportReport } from './import/import-transcripts.ts';

/** Imports the bundled sessions, marked as the demo's, in the background. The files themselves are only read. */
export function loadDemo({ importer, environment }: Pick<App, 'importer' | 'environment'>): Promise<Result<ImportReport, Problem>> {
  return importer.start({ paths: [join(environment.demoFolder, 'sessions')], demo: true });
}
