import type { CheckedLessons } from '../../app/lessons/check-lessons.ts';
import type { Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import type { Terminal } from '../terminal.ts';
import { toPlainLine } from '../text/to-plain.ts';

/** Nobody asked: outside a repository there is nothing to check, and a team that is away is asked again. */
const SILENT = new Set<Problem['tag']>(['cannot-reach', 'bad-input']);

/** Lessons whose code moved on, a line each; nothing where all hold. */
export function tellChecked(checked: Result<CheckedLessons, Problem>, { tell }: Pick<Terminal, 'tell'>): void {
  if (!checked.ok) {
    if (!SILENT.has(checked.problem.tag)) tell(toPlainLine(checked.problem.what));
    return;
  }
  for (const { lesson, path, gone } of checked.value.stale) {
    const what = `the code of a lesson ${gone ? 'is gone' : 'has changed'}, and its authors are asked`;
    tell(`${toPlainLine(path)}: ${what}: “${toPlainLine(lesson.rule)}” (${lesson.id})`);
  }
}
