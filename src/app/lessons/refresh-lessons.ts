import { dirname } from 'node:path';
import type { App } from '../app.ts';
import { findRepository } from '../../sources/git/find-repository.ts';
import { fetchLessons } from './check-lessons.ts';
import { findLessonsPort, isPort } from './find-lessons-port.ts';
import { nameRepository } from './name-repository.ts';

/** Somebody waits for a line to be explained. */
const WITHIN_MS = 1_500;

/** Takes what the team knows of a file's repository, if this machine is signed in and the team answers at once; otherwise what is here stays. */
export async function refreshLessons({ journal }: Pick<App, 'journal'>, file: string): Promise<void> {
  const port = findLessonsPort(journal.home, { withinMs: WITHIN_MS });
  if (!isPort(port)) return;
  const found = await findRepository(dirname(file));
  if (found.ok) await fetchLessons({ journal, port }, await nameRepository(found.value));
}
