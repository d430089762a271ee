import type { Commit, FileChange } from '../../model/commit.ts';
import type { Touch } from '../writings/writing.ts';
import type { PathLikeness } from './compare-paths.ts';

export interface SourcedTouch extends Touch {
  readonly session: string;
}

interface TouchInput {
  readonly commit: Commit;
  readonly file: FileChange;
  /** The hunk only sets what was there before in another form. */
  readonly isReformatted: boolean;
  readonly touches: readonly SourcedTouch[];
  readonly compare: (written: string, committed: string) => PathLikeness;
  readonly isLinked: (session: string) => boolean;
}

/** Longest time between a command and the commit that holds what it wrote, where nothing else ties the two. */
const LONGEST_MS = 3 * 86_400_000;
const SLACK_MS = 60_000;

/**
 * The last command before a commit that changed a file without saying what it wrote: one that names the file, or in a session
 * tied to the commit any program that may write files, where the commit makes the file or only formats lines of it.
 */
export function findTouch({ commit, file, isReformatted, touches, compare, isLinked }: TouchInput): { touch: SourcedTouch; confidence: number } | null {
  const isNew = file.hunks.length === 1 && file.hunks[0]?.removed.length === 0 && file.hunks[0].start === 1;
  let best: { touch: SourcedTouch; confidence: number } | null = null;
  for (const touch of touches) {
    if (touch.at === null || touch.at > commit.committedAt + SLACK_MS || touch.at < commit.authorAt - LONGEST_MS) continue;
    const confidence = rate(touch);
    if (confidence > 0 && (best === null || confidence > best.confidence || (confidence === best.confidence && touch.seq > best.touch.seq)))
      best = { touch, confidence };
  }
  return best;

  function rate(touch: SourcedTouch): number {
    const linked = isLinked(touch.session);
    if (touch.paths === null) return linked && (isNew || isReformatted) ? 0.5 : 0;
    const likeness = new Set(touch.paths.map((path) => compare(path, file.path)));
    if (likeness.has('same')) return linked ? 0.8 : 0.6;
    return likeness.has('like') && linked ? 0.6 : 0;
  }
}
