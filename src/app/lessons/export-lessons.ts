import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { chooseLessons } from '../../lessons/export/choose-lessons.ts';
import { SKILL_NAME, writeSkill } from '../../lessons/export/write-skill.ts';
import { writeSection } from '../../lessons/export/write-section.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import type { Lesson } from '../../model/team/lesson.ts';
import { describeSystemError } from '../../sources/find-transcripts.ts';

export const LESSON_EXPORTS = ['agents-md', 'skill'] as const;
export type LessonExport = (typeof LESSON_EXPORTS)[number];

export interface ExportRequest {
  readonly as: LessonExport;
  /** A file for agents-md; for a skill the folder that skills are in. */
  readonly to: string;
  readonly folder: string;
  /** Names of the repository, the first as it is shown. */
  readonly names: readonly string[];
}

export interface ExportedLessons {
  readonly file: string;
  readonly lessons: number;
  /** False where the file said this already. */
  readonly changed: boolean;
}

/** Writes a repository's lessons where its agents read them. Running it again changes nothing but what the lessons say. */
export function exportLessons(lessons: readonly Lesson[], { as, to, folder, names }: ExportRequest): Result<ExportedLessons, Problem> {
  const place = resolve(folder, to);
  const file = as === 'skill' ? join(place, SKILL_NAME, 'SKILL.md') : place;
  // Two names of a repository are one when it is written.
  const [repository = ''] = names;
  const own = lessons.map((lesson) => ({
    ...lesson,
    anchors: lesson.anchors.map((anchor) => (names.includes(anchor.repository) ? { ...anchor, repository } : anchor)),
  }));
  const chosen = chooseLessons(own, repository);
  try {
    if (existsSync(file) && statSync(file).isDirectory()) {
      return failed(problem('wrong-usage', `${to} is a folder.`, { next: 'Name a file, like AGENTS.md.' }));
    }
    const had = existsSync(file) ? readFileSync(file, 'utf8') : null;
    const written = as === 'skill' ? ok(writeSkill(chosen, repository)) : writeSection(had ?? '', chosen, repository);
    if (!written.ok) return written;
    const changed = written.value !== (had ?? '');
    if (changed) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, written.value);
    }
    return ok({ file, lessons: chosen.length, changed });
  } catch (error) {
    return failed(problem('bad-input', `${to} cannot be written.`, { why: describeSystemError(error) }));
  }
}
