import type { Journal } from '../journal/open-journal.ts';
import type { Importer } from './start-import.ts';

/** Where Rounds runs; everything a use case would otherwise take from the process. */
export interface Environment {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly userHome: string;
  /** Folder Rounds was started in. */
  readonly folder: string;
  readonly version: string;
  /** Folder of the bundled demo. */
  readonly demoFolder: string;
}

/** What every use case is given. */
export interface App {
  readonly journal: Journal;
  readonly clock: () => Date;
  readonly environment: Environment;
  /** Imports in a thread of its own, so that a server stays responsive meanwhile. */
  readonly importer: Importer;
  readonly close: () => Promise<void>;
}
