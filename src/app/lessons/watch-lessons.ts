import { setTimeout as wait } from 'node:timers/promises';
import type { Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import { findMainCommit } from '../../sources/git/compare-commits.ts';
import { findGitFolder } from '../../sources/git/find-git-folder.ts';
import { toRefPlaces } from '../watch-checkpoints.ts';
import { watchFolders } from '../watch-folders.ts';
import { checkLessons, type CheckedLessons, type LessonsDeps } from './check-lessons.ts';

/** A commit writes its ref, its log and the index within this. */
const SETTLE_MS = 300;
/** For what no watcher tells. */
const LOOK_EVERY_MS = 60_000;

export interface LessonsWatch {
  readonly stop: () => Promise<void>;
}

interface WatchInput extends LessonsDeps {
  readonly folder: string;
  readonly isRecursive: boolean;
  readonly onChecked: (checked: Result<CheckedLessons, Problem>) => void;
  readonly onBug: (error: unknown) => void;
}

/** Checks a repository's lessons now, and again whenever its main branch has moved. */
export function watchLessons({ journal, port, folder, isRecursive, onChecked, onBug }: WatchInput): LessonsWatch {
  const stopping = new AbortController();
  let checkedAt: string | null = null;
  let isDue = false;
  let running: Promise<void> | null = null;

  async function check(): Promise<void> {
    while (isDue && !stopping.signal.aborted) {
      isDue = false;
      const commit = await findMainCommit(folder);
      if (!commit.ok || commit.value === null || commit.value === checkedAt) continue;
      const checked = await checkLessons({ journal, port }, { folder, commit: commit.value });
      // A team that is away is asked again at the next look.
      if (checked.ok) checkedAt = commit.value;
      if (!stopping.signal.aborted) onChecked(checked);
      await wait(SETTLE_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  function look(): void {
    isDue = true;
    running ??= check()
      .catch(onBug)
      .finally(() => {
        running = null;
      });
  }

  const folders = watchFolders([], { onChange: look, isRecursive });
  const follow = async (): Promise<void> => {
    const found = await findGitFolder(folder);
    if (found.ok && !stopping.signal.aborted) folders.refresh(toRefPlaces(found.value));
    look();
  };
  const following = follow().catch(onBug);
  const timer = setInterval(look, LOOK_EVERY_MS);
  timer.unref();

  return {
    stop: async () => {
      stopping.abort();
      clearInterval(timer);
      folders.stop();
      await following;
      await running;
    },
  };
}
