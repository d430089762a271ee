import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import type { LessonAnchor } from '../../model/team/lesson.ts';
import { hashLines, splitLines } from './hash-lines.ts';
import { findSymbol, listSymbols } from './list-symbols.ts';

export type NewAnchor = Omit<LessonAnchor, 'staleAt' | 'staleCommit'>;

export interface Place {
  readonly repository: string;
  readonly commit: string;
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
}

const MAX_LINES = 200;

/** Ties a lesson to lines of a file as it is in a commit (`text`). */
export function makeAnchor({ repository, commit, path, startLine, endLine }: Place, text: string): Result<NewAnchor, Problem> {
  const lines = splitLines(text);
  if (startLine < 1 || endLine < startLine || endLine > lines.length) {
    return failed(problem('bad-input', `${path} has lines 1 to ${lines.length} there, not ${startLine} to ${endLine}.`, { next: 'Name lines it has.' }));
  }
  if (endLine - startLine >= MAX_LINES) {
    return failed(
      problem('bad-input', `A lesson holds to at most ${MAX_LINES} lines at a place.`, {
        next: 'Name the lines that matter: any change to them makes it stale.',
      }),
    );
  }
  const anchored = lines.slice(startLine - 1, endLine);
  if (anchored.every((line) => line.trim() === '')) {
    return failed(problem('bad-input', 'Those lines are empty.', { next: 'Name lines that hold the code the lesson is about.' }));
  }
  const symbol = findSymbol(listSymbols(lines, path), startLine, endLine)?.name ?? null;
  return ok({ repository, path, symbol, startLine, endLine, contentHash: hashLines(anchored), commit });
}
