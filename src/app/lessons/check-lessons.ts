/** On the machine that has the code: whether the team's lessons still hold to it. */
import type { Journal } from '../../journal/open-journal.ts';
import type { Problem } from '../../model/problem.ts';
import { ok, type Result } from '../../model/result.ts';
import type { Lesson } from '../../model/team/lesson.ts';
import { findMainCommit } from '../../sources/git/compare-commits.ts';
import { findRepository } from '../../sources/git/find-repository.ts';
import { followLessons, type FollowedAnchor } from './follow-lessons.ts';
import type { LessonsPort } from './lessons-port.ts';
import { nameRepository } from './name-repository.ts';

export interface CheckedLessons {
  /** Null before the first commit. */
  readonly commit: string | null;
  readonly lessons: number;
  readonly holding: number;
  /** Found to be stale now, and told to the team. */
  readonly stale: readonly { readonly lesson: Lesson; readonly path: string; readonly gone: boolean }[];
}

export interface LessonsDeps {
  readonly journal: Pick<Journal, 'lessons' | 'write'>;
  readonly port: LessonsPort;
}

export interface CheckRequest {
  /** In the repository. */
  readonly folder: string;
  /** What everybody works on, when absent. */
  readonly commit?: string;
}

/** Fetches the repository's lessons, keeps them for when there is no network, and reports those whose code moved on. */
export async function checkLessons({ journal, port }: LessonsDeps, { folder, commit }: CheckRequest): Promise<Result<CheckedLessons, Problem>> {
  const found = await findRepository(folder);
  if (!found.ok) return found;
  const { root } = found.value;
  const names = await nameRepository(found.value);
  const fetched = await fetchLessons({ journal, port }, names);
  if (!fetched.ok) return fetched;
  const main = commit === undefined ? await findMainCommit(root) : ok(commit);
  if (!main.ok) return main;
  const lessons = fetched.value;
  if (main.value === null) return ok({ commit: null, lessons: lessons.length, holding: 0, stale: [] });

  const at = main.value;
  const { getHold } = journal.lessons;
  const followed = await followLessons(lessons, { root, commit: at, names, getHold });
  if (!followed.ok) return followed;
  const holding = followed.value.filter((one) => one.followed.state === 'holds');
  const stale = followed.value.filter((one) => one.followed.state !== 'holds' && one.wasHere && one.anchor.staleAt === null);
  const kept = journal.write(() => {
    for (const { lesson, anchor, path } of holding) journal.lessons.saveHold({ lesson: lesson.id, contentHash: anchor.contentHash, path, commit: at });
  });
  if (!kept.ok) return kept;
  for (const [lesson, anchors] of groupByLesson(stale)) {
    const told = await port.reportStale(lesson.id, { stale: anchors.map(({ n, anchor }) => ({ n, commit: at, contentHash: anchor.contentHash })) });
    if (!told.ok) return told;
  }
  // Once more, so that what is kept here says what is stale.
  const again = stale.length > 0 ? await fetchLessons({ journal, port }, names) : fetched;
  if (!again.ok) return again;
  return ok({
    commit: at,
    lessons: lessons.length,
    holding: holding.length,
    stale: stale.map(({ lesson, path, followed: { state } }) => ({ lesson, path, gone: state === 'gone' })),
  });
}

/** Lessons of a repository by each of its names, and general ones; kept for when there is no network. */
export async function fetchLessons({ journal, port }: LessonsDeps, names: readonly string[]): Promise<Result<Lesson[], Problem>> {
  const byId = new Map<string, Lesson>();
  for (const repository of names) {
    const listed = await port.list({ repository });
    if (!listed.ok) return listed;
    const kept = journal.write(() => journal.lessons.replace(repository, listed.value));
    if (!kept.ok) return kept;
    for (const lesson of listed.value) byId.set(lesson.id, lesson);
  }
  return ok([...byId.values()]);
}

function groupByLesson(anchors: readonly FollowedAnchor[]): Map<Lesson, FollowedAnchor[]> {
  const grouped = new Map<Lesson, FollowedAnchor[]>();
  for (const one of anchors) grouped.set(one.lesson, [...(grouped.get(one.lesson) ?? []), one]);
  return grouped;
}
