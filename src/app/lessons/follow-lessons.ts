import { followAnchor, type Followed } from '../../lessons/anchors/follow-anchor.ts';
import type { LessonHold } from '../../journal/lessons-table.ts';
import type { Problem } from '../../model/problem.ts';
import { ok, type Result } from '../../model/result.ts';
import type { Lesson, LessonAnchor } from '../../model/team/lesson.ts';
import { isAncestor, listMoved } from '../../sources/git/compare-commits.ts';
import { readFilesAt } from '../../sources/git/read-files-at.ts';

/** An anchor of a lesson in a commit. `path`: where its file is by now. */
export interface FollowedAnchor {
  readonly lesson: Lesson;
  readonly n: number;
  readonly anchor: LessonAnchor;
  readonly path: string;
  readonly followed: Followed;
  /** Whether the code was ever on the way to this commit: if not, that it is missing says nothing. */
  readonly wasHere: boolean;
}

interface ToFollow {
  readonly root: string;
  readonly commit: string;
  readonly names: readonly string[];
  readonly getHold: (lesson: string, contentHash: string) => LessonHold | null;
}

/** Follows every anchor of these lessons that lies in the repository, through moved lines and moved files. */
export async function followLessons(lessons: readonly Lesson[], { root, commit, names, getHold }: ToFollow): Promise<Result<FollowedAnchor[], Problem>> {
  const anchored = lessons.flatMap((lesson) =>
    lesson.anchors.flatMap((anchor, n) => {
      const hold = getHold(lesson.id, anchor.contentHash);
      return names.includes(anchor.repository) ? [{ lesson, n, anchor, known: hold ?? { path: anchor.path, commit: anchor.commit } }] : [];
    }),
  );
  const texts = await readFilesAt(
    root,
    commit,
    anchored.flatMap(({ anchor, known }) => [anchor.path, known.path]),
  );
  if (!texts.ok) return texts;
  const movedByCommit = new Map<string, Promise<ReadonlyMap<string, string>>>();
  const wasHereByCommit = new Map<string, Promise<boolean>>();
  const followed: FollowedAnchor[] = [];
  for (const { lesson, n, anchor, known } of anchored) {
    const path = texts.value.has(known.path) ? known.path : await findMoved(known);
    const text = texts.value.get(path) ?? (path === known.path ? null : await readMoved(path));
    const state = followAnchor({ ...anchor, path }, text);
    const wasHere = state.state === 'holds' || (await isOnTheWay(known.commit)) || (await isOnTheWay(anchor.commit));
    followed.push({ lesson, n, anchor, path, followed: state, wasHere });
  }
  return ok(followed);

  async function findMoved(known: { path: string; commit: string }): Promise<string> {
    const moved = movedByCommit.get(known.commit) ?? listMoved(root, known.commit, commit);
    movedByCommit.set(known.commit, moved);
    return (await moved).get(known.path) ?? known.path;
  }

  async function readMoved(path: string): Promise<string | null> {
    const read = await readFilesAt(root, commit, [path]);
    return read.ok ? (read.value.get(path) ?? null) : null;
  }

  function isOnTheWay(from: string): Promise<boolean> {
    const asked = wasHereByCommit.get(from) ?? isAncestor(root, from, commit);
    wasHereByCommit.set(from, asked);
    return asked;
  }
}
