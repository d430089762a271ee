import { resolve } from 'node:path';
import type { TieLesson } from '../../model/api/lesson-places.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, type Result } from '../../model/result.ts';
import type { LessonId } from '../../model/team/ids.ts';
import { MOST_ANCHORS, type Lesson } from '../../model/team/lesson.ts';
import { findRepository } from '../../sources/git/find-repository.ts';
import { anchorLines } from './anchor-lines.ts';
import type { LessonsPort } from './lessons-port.ts';

/** Ties a lesson to one more place, or to another in place of one it holds to; the rest of its places stays as it is. */
export async function tieLesson(port: LessonsPort, id: LessonId, { folder, instead, ...lines }: TieLesson): Promise<Result<Lesson, Problem>> {
  const repository = await findRepository(resolve(folder));
  if (!repository.ok) return repository;
  const made = await anchorLines(folder, lines);
  if (!made.ok) return made;
  const had = await port.get(id);
  if (!had.ok) return had;
  const { anchors } = had.value;
  if (instead !== null && anchors[instead.n]?.contentHash !== instead.contentHash) {
    return failed(problem('conflict', 'What this lesson holds to was changed meanwhile.', { next: 'Look at it again, then change it.' }));
  }
  const { repository: name, path, contentHash } = made.value;
  const others = anchors.filter((_, n) => n !== instead?.n);
  if (others.some((one) => one.repository === name && one.path === path && one.contentHash === contentHash && one.staleAt === null)) {
    return failed(problem('conflict', 'It holds to these lines already.', { next: 'Name others.' }));
  }
  if (instead === null && anchors.length >= MOST_ANCHORS) {
    return failed(problem('conflict', `A lesson holds to at most ${MOST_ANCHORS} places.`, { next: 'Take one away first.' }));
  }
  const next = instead === null ? [...anchors, made.value] : anchors.map((one, n) => (n === instead.n ? made.value : one));
  return port.anchor(id, { anchors: next, seen: anchors });
}
