import type { Lesson } from '../../model/team/lesson.ts';
import { formatLessons } from './format-lessons.ts';

/** The folder an agent finds the skill by. */
export const SKILL_NAME = 'team-lessons';

/** SKILL.md of an agent skill: front matter of our own words only, so that no lesson can add a field, then the lessons. */
export function writeSkill(lessons: readonly Lesson[], repository: string): string {
  return `---
name: ${SKILL_NAME}
description: Lessons this team learned from real decisions in this code. Use before changing or reviewing code here, and when the user asks why something is done this way.
---

# Lessons of the team

Look for lessons whose place or subject is what you are about to change, and say which of them you followed.

${formatLessons(lessons, repository)}`;
}
