import { readFileSync } from 'node:fs';
import { followAnchor } from '../../lessons/anchors/follow-anchor.ts';
import type { App } from '../app.ts';
import type { Lesson } from '../../model/team/lesson.ts';
import { findRepository, toRepositoryPath } from '../../sources/git/find-repository.ts';
import { nameRepository } from './name-repository.ts';

/** A lesson whose code is at a line, from where to where it is now. */
export interface LessonAtLine {
  readonly id: Lesson['id'];
  readonly rule: string;
  readonly reasoning: string;
  readonly createdAt: string;
  readonly symbol: string | null;
  readonly startLine: number;
  readonly endLine: number;
  readonly round: Lesson['round'];
  readonly case: Lesson['case'];
}

/** Lessons, as this machine last saw them, whose code is at the line of the file on disk. Works without a network; none where nothing is known. */
export async function findLessonsAt({ journal }: Pick<App, 'journal'>, { file, line }: { file: string; line: number }): Promise<LessonAtLine[]> {
  const found = await findRepository(file);
  const path = found.ok ? toRepositoryPath(found.value.root, file) : null;
  if (!found.ok || path === null) return [];
  const names = await nameRepository(found.value);
  const listed = journal.attempt(() => names.flatMap((name) => journal.lessons.list(name)));
  const lessons = listed.ok ? new Map(listed.value.map((lesson) => [lesson.id, lesson])) : new Map<string, Lesson>();
  if (lessons.size === 0) return [];
  const text = readIfThere(file);
  return [...lessons.values()].flatMap((lesson) => {
    for (const anchor of lesson.anchors) {
      const known = journal.lessons.getHold(lesson.id, anchor.contentHash)?.path ?? anchor.path;
      if (anchor.staleAt !== null || !names.includes(anchor.repository) || known !== path) continue;
      const followed = followAnchor({ ...anchor, path }, text);
      if (followed.state !== 'holds' || line < followed.startLine || line > followed.endLine) continue;
      const { id, rule, reasoning, createdAt, round, case: caseId } = lesson;
      return [{ id, rule, reasoning, createdAt, symbol: anchor.symbol, startLine: followed.startLine, endLine: followed.endLine, round, case: caseId }];
    }
    return [];
  });
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // A file that is only in the history has lines that are blamed, and none that a lesson could hold to now.
    return null;
  }
}
