import { isRepository } from '../sources/git/find-git-folder.ts';
import type { App } from './app.ts';

const MOST_OFFERED = 20;

/** Repositories to offer: those that were mined, then those that sessions worked in and that are still here. */
export function listRepositories({ journal }: App): string[] {
  const mined = journal.drills.listRepositories().filter(isRepository);
  const worked = new Set(journal.origins.listSessions().flatMap(({ cwd }) => (cwd === null ? [] : [cwd])));
  const offered: string[] = [...mined];
  for (const folder of worked) {
    if (offered.length >= MOST_OFFERED) break;
    if (!offered.includes(folder) && isRepository(folder)) offered.push(folder);
  }
  return offered;
}
