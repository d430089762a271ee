import type { Journal } from '../../../journal/open-journal.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, type Result } from '../../../model/result.ts';
import type { Lesson } from '../../../model/team/lesson.ts';
import type { GrowthPort } from './growth-port.ts';
import { openGrowthPort } from './open-growth-port.ts';
import { keepLessonCard } from './take-lessons.ts';

/** Asks me for a lesson of somebody else as well, because I chose to. */
export async function keepLesson(journal: Journal, port: GrowthPort, id: string): Promise<Result<Lesson, Problem>> {
  const lesson = await port.getLesson(id);
  if (!lesson.ok) return lesson;
  return journal.write(() => {
    keepLessonCard(journal, lesson.value);
    return lesson.value;
  });
}

export async function keepLessonOfTeam(journal: Journal, id: string): Promise<Result<Lesson, Problem>> {
  const port = openGrowthPort(journal);
  if (!port.ok) return port;
  return port.value ? keepLesson(journal, port.value, id) : failed(notSignedIn());
}

export const notSignedIn = (): Problem =>
  problem('conflict', 'This machine is signed in to no team.', { next: 'Run "rounds login" with the address of your team’s server.' });
