import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import type { Lesson } from '../../model/team/lesson.ts';
import { formatLessons } from './format-lessons.ts';

const BEGIN = '<!-- rounds lessons: begin (written by "rounds lessons --export", changes between these lines are lost) -->';
const END = '<!-- rounds lessons: end -->';
const IS_BEGIN = /^<!-- rounds lessons: begin\b.*-->[ \t]*\r?$/gm;
const IS_END = /^<!-- rounds lessons: end\b.*-->[ \t]*\r?$/gm;

/**
 * `file` with its section of lessons in place of the one it had, or at its end; nothing else of it is touched, and written
 * again it is the same. Without lessons the section is taken out.
 */
export function writeSection(file: string, lessons: readonly Lesson[], repository: string): Result<string, Problem> {
  const begins = [...file.matchAll(IS_BEGIN)];
  const ends = [...file.matchAll(IS_END)];
  const [begin] = begins;
  const [end] = ends;
  if (begins.length > 1 || ends.length !== begins.length || (begin && end && end.index < begin.index)) {
    return failed(
      problem('conflict', 'The file’s section of lessons does not begin and end exactly once.', {
        next: 'Take its “rounds lessons” marker lines out and run the command again.',
      }),
    );
  }
  const section = lessons.length === 0 ? '' : `${BEGIN}\n## Lessons of the team\n\n${formatLessons(lessons, repository)}${END}`;
  if (begin && end) {
    const before = file.slice(0, begin.index);
    const after = file.slice(end.index + end[0].length);
    return ok(section === '' ? before.replace(/\n\n$/, '\n') + after.replace(/^\n/, '') : before + section + after);
  }
  if (section === '') return ok(file);
  const gap = file === '' ? '' : file.endsWith('\n') ? '\n' : '\n\n';
  return ok(`${file}${gap}${section}\n`);
}
