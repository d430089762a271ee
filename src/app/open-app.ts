import { openJournal } from '../journal/open-journal.ts';
import { resolveHome } from '../journal/resolve-home.ts';
import type { Problem } from '../model/problem.ts';
import { ok, type Result } from '../model/result.ts';
import type { App } from './app.ts';
import type { Environment } from './environment.ts';
import { createImporter } from './start-import.ts';

export interface OpenAppInput {
  readonly environment: Environment;
  readonly clock?: () => Date;
}

/** Opens this machine's journal and joins it with the rest. */
export function openApp({ environment, clock = () => new Date() }: OpenAppInput): Result<App, Problem> {
  const opened = openJournal({ home: resolveHome(environment) });
  if (!opened.ok) return opened;
  const journal = opened.value;
  const importer = createImporter({ environment });
  return ok({
    journal,
    clock,
    environment,
    importer,
    close: async () => {
      await importer.stop();
      journal.close();
    },
  });
}
