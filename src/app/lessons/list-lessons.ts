import type { Journal } from '../../journal/open-journal.ts';
import type { Problem } from '../../model/problem.ts';
import { ok, type Result } from '../../model/result.ts';
import type { Lesson } from '../../model/team/lesson.ts';
import { findRepository } from '../../sources/git/find-repository.ts';
import { fetchLessons } from './check-lessons.ts';
import { isPort } from './find-lessons-port.ts';
import type { LessonsPort } from './lessons-port.ts';
import { nameRepository } from './name-repository.ts';

export interface ListedLessons {
  readonly lessons: readonly Lesson[];
  /** Why these are as last seen and not as they are; null where the team answered. */
  readonly asLastSeen: Problem | null;
}

interface ListDeps {
  readonly journal: Pick<Journal, 'lessons' | 'write' | 'attempt'>;
  /** Or why there is none. */
  readonly port: LessonsPort | Problem;
}

/** What the team's search finds; without the team, words in the lessons of this repository as last seen. */
export async function listLessons({ journal, port }: ListDeps, { query, folder }: { query: string; folder: string }): Promise<Result<ListedLessons, Problem>> {
  const listed = isPort(port) ? await port.list(query === '' ? {} : { q: query }) : null;
  if (listed?.ok) return ok({ lessons: listed.value, asLastSeen: null });
  if (listed && listed.problem.tag !== 'cannot-reach') return listed;
  const kept = await listKept({ journal }, folder);
  if (!kept.ok) return kept;
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const lessons = kept.value.filter(({ rule, reasoning, tags }) => {
    const text = [rule, reasoning, ...tags].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return ok({ lessons, asLastSeen: listed ? listed.problem : isPort(port) ? null : port });
}

/** Lessons of the repository in this folder: from the team, or as last seen where it is away. */
export async function listRepositoryLessons(
  { journal, port }: ListDeps,
  folder: string,
): Promise<Result<ListedLessons & { names: readonly string[] }, Problem>> {
  const found = await findRepository(folder);
  if (!found.ok) return found;
  const names = await nameRepository(found.value);
  const fetched = isPort(port) ? await fetchLessons({ journal, port }, names) : null;
  if (fetched?.ok) return ok({ lessons: fetched.value, names, asLastSeen: null });
  if (fetched && fetched.problem.tag !== 'cannot-reach') return fetched;
  const kept = await listKept({ journal }, folder);
  return kept.ok ? ok({ lessons: kept.value, names, asLastSeen: fetched ? fetched.problem : isPort(port) ? null : port }) : kept;
}

async function listKept({ journal }: Pick<ListDeps, 'journal'>, folder: string): Promise<Result<Lesson[], Problem>> {
  const found = await findRepository(folder);
  const names = found.ok ? await nameRepository(found.value) : [];
  const read = journal.attempt(() => names.flatMap((name) => journal.lessons.list(name)));
  return read.ok ? ok([...new Map(read.value.map((lesson) => [lesson.id, lesson])).values()]) : read;
}
