/** Follows live sessions: imports whenever a transcript has changed or a repository holds a new checkpoint, and says what became of each file. */
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';
import { findTranscripts } from '../sources/find-transcripts.ts';
import { isSessionOfPlaces, listAgentPlaces } from './agent-places.ts';
import type { App } from './app.ts';
import type { Environment } from './environment.ts';
import type { ImportReport, ImportRequest } from './import/import-transcripts.ts';
import { listGitFolders, stampCheckpoints, toRefPlaces } from './watch-checkpoints.ts';
import { watchFolders } from './watch-folders.ts';

export interface Followed {
  readonly imported: Result<ImportReport, Problem> | null;
  /** Files that are no longer there; what was read of them is kept. */
  readonly gone: readonly string[];
}

export interface TranscriptWatch {
  readonly stop: () => Promise<void>;
}

/** A turn of an agent writes several times within this. */
const SETTLE_MS = 300;
/** After an import that took long the next one waits this many times as long: reading on takes a third of the time at most. */
const REST = 2;
/** For what no watcher tells: network drives, places that come up later. */
const LOOK_EVERY_MS = 30_000;

export interface WatchInput {
  readonly app: Pick<App, 'importer' | 'environment'>;
  readonly request?: Pick<ImportRequest, 'paths'>;
  readonly onFollowed: (followed: Followed) => void;
  /** A bug of the import; the watch goes on. */
  readonly onBug: (error: unknown) => void;
  readonly lookEveryMs?: number;
}

/** Only what changes from now on: import first. */
export function watchTranscripts({ app, request = {}, onFollowed, onBug, lookEveryMs = LOOK_EVERY_MS }: WatchInput): TranscriptWatch {
  const { environment, importer } = app;
  const stopping = new AbortController();
  const repositories = listGitFolders(environment, request.paths);
  let known = listStamps(environment, request);
  // Nothing: one that came while git was asked where its refs are must not count as known.
  let knownCheckpoints: readonly string[] = [];
  let isDue = false;
  let running: Promise<void> | null = null;

  async function follow(): Promise<void> {
    for (; isDue && !stopping.signal.aborted;) {
      await rest(SETTLE_MS);
      isDue = false;
      const now = listStamps(environment, request);
      const gone = [...known.keys()].filter((path) => !now.has(path));
      const checkpoints = await listCheckpointStamps(await repositories);
      const hasNew =
        [...now].some(([path, stamp]) => known.get(path) !== stamp) || checkpoints.some((stamp, index) => stamp !== (knownCheckpoints[index] ?? ''));
      known = now;
      knownCheckpoints = checkpoints;
      const begun = performance.now();
      const imported = hasNew && !stopping.signal.aborted ? await importer.start(request, { isQuiet: true }) : null;
      if ((imported || gone.length > 0) && !stopping.signal.aborted) onFollowed({ imported, gone });
      if (imported) await rest((performance.now() - begun) * REST);
    }
  }

  async function rest(ms: number): Promise<void> {
    await wait(ms, undefined, { signal: stopping.signal }).catch(ignoreAbort);
  }

  function look(): void {
    isDue = true;
    running ??= follow()
      .catch(onBug)
      .finally(() => {
        running = null;
      });
  }

  let refPlaces: readonly string[] = [];
  const listWatched = (): string[] => [...listRoots(environment, request), ...refPlaces];
  const folders = watchFolders(listWatched(), { onChange: look, isRecursive: environment.platform !== 'linux' });
  const watchRefs = async (): Promise<void> => {
    refPlaces = (await repositories).flatMap(toRefPlaces);
    if (refPlaces.length === 0 || stopping.signal.aborted) return;
    folders.refresh(listWatched());
    look();
  };
  const watchingRefs = watchRefs().catch(onBug);
  const timer = setInterval(() => {
    folders.refresh(listWatched());
    look();
  }, lookEveryMs);

  return {
    stop: async () => {
      clearInterval(timer);
      folders.stop();
      stopping.abort();
      await watchingRefs;
      await running;
    },
  };
}

function ignoreAbort(error: unknown): void {
  if (!(error instanceof Error && error.name === 'AbortError')) throw error;
}

const listRoots = (environment: Environment, { paths }: Pick<ImportRequest, 'paths'>): string[] =>
  paths ? paths.map((path) => resolve(environment.folder, path)) : listAgentPlaces(environment).flatMap((place) => place.paths);

const listCheckpointStamps = (gitFolders: readonly string[]): Promise<string[]> => Promise.all(gitFolders.map(stampCheckpoints));

/** One stat a file. */
function listStamps(environment: Environment, request: Pick<ImportRequest, 'paths'>): Map<string, string> {
  const places = request.paths ? null : listAgentPlaces(environment);
  const { files } = findTranscripts(listRoots(environment, request));
  const sessions = places ? files.filter(({ path }) => isSessionOfPlaces(places, path)) : files;
  return new Map(sessions.map(({ path, bytes, changedAt, inode }) => [path, `${bytes} ${changedAt} ${inode}`]));
}
