import { readFileSync } from 'node:fs';
import { followAnchor, type Followed } from '../../lessons/anchors/follow-anchor.ts';
import type { App } from '../app.ts';
import type { Lesson, LessonAnchor } from '../../model/team/lesson.ts';
import { findRepository, toRepositoryPath } from '../../sources/git/find-repository.ts';
import { findChangingCommit, readCommit, type ChangingCommit } from './find-changing-commit.ts';
import { nameRepository } from './name-repository.ts';

/** A lesson whose code is at a line, or was: from where to where it lies now. */
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
  /** Null while its code is the same here and nobody noticed it change elsewhere. */
  readonly stale: { /** Null where it is not committed, or not known here. */ readonly commit: ChangingCommit | null } | null;
}

/** Lessons, as this machine last saw them, whose code is or was at the line of the file on disk. Works without a network; none where nothing is known. */
export async function findLessonsAt({ journal }: Pick<App, 'journal'>, { file, line }: { file: string; line: number }): Promise<LessonAtLine[]> {
  const found = await findRepository(file);
  const path = found.ok ? toRepositoryPath(found.value.root, file) : null;
  if (!found.ok || path === null) return [];
  const { root } = found.value;
  const names = await nameRepository(found.value);
  const listed = journal.attempt(() => names.flatMap((name) => journal.lessons.list(name)));
  const lessons = listed.ok ? new Map(listed.value.map((lesson) => [lesson.id, lesson])) : new Map<string, Lesson>();
  if (lessons.size === 0) return [];
  const text = readIfThere(file);
  const at = await Promise.all([...lessons.values()].map(findAt));
  return at.filter((one) => one !== null);

  async function findAt({ id, rule, reasoning, createdAt, round, case: caseId, anchors }: Lesson): Promise<LessonAtLine | null> {
    for (const anchor of anchors) {
      const hold = journal.lessons.getHold(id, anchor.contentHash) ?? anchor;
      if (!names.includes(anchor.repository) || hold.path !== path) continue;
      const place = toPlace(anchor, followAnchor({ ...anchor, path }, text));
      if (place === null || line < place.startLine || line > place.endLine) continue;
      return {
        id,
        rule,
        reasoning,
        createdAt,
        symbol: anchor.symbol,
        startLine: place.startLine,
        endLine: place.endLine,
        round,
        case: caseId,
        stale: await findWhyStale(anchor, hold.commit, place.holds),
      };
    }
    return null;
  }

  async function findWhyStale(anchor: LessonAnchor, since: string, holds: boolean): Promise<LessonAtLine['stale']> {
    if (holds && anchor.staleAt === null) return null;
    const changed = holds ? null : await findChangingCommit(root, anchor, { path: path ?? anchor.path, since });
    return { commit: changed ?? (anchor.staleCommit === null ? null : await readCommit(root, anchor.staleCommit)) };
  }
}

/** Where changed code lies now: in its function, or, outside of any, where it was. Nowhere once its function is gone. */
function toPlace({ symbol, startLine, endLine }: LessonAnchor, followed: Followed): { startLine: number; endLine: number; holds: boolean } | null {
  if (followed.state !== 'gone') return { startLine: followed.startLine, endLine: followed.endLine, holds: followed.state === 'holds' };
  return symbol === null ? { startLine, endLine, holds: false } : null;
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // A file that is only in the history has lines that are blamed, and none that a lesson could hold to now.
    return null;
  }
}
