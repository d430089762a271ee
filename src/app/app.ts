import type { Journal } from '../journal/open-journal.ts';
import type { Importer } from './start-import.ts';
import type { Environment } from './environment.ts';

/** What every use case is given. */
export interface App {
  readonly journal: Journal;
  readonly clock: () => Date;
  readonly environment: Environment;
  /** Imports in a thread of its own, so that a server stays responsive meanwhile. */
  readonly importer: Importer;
  readonly close: () => Promise<void>;
}
